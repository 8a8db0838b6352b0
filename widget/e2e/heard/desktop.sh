#!/bin/bash
# A desktop without a screen or sound, on which Orca reads: desktop.sh FOLDER.
# One at a time: an Orca that starts ends every other of the same user.
# The folder gets session.env, for programs that are to run on it, and
# speech.log. Run as a user who is not root. It ends with its Xvfb.
set -euo pipefail
cd "$1"
export HOME=$1 XDG_RUNTIME_DIR=$1/run GNOME_ACCESSIBILITY=1 GTK_MODULES=gail:atk-bridge LANG=C.UTF-8
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
Xvfb -displayfd 3 -screen 0 1280x1600x24 -nolisten tcp 3>display 2>xvfb.log &
screen=$!
until [[ -s display ]]; do
  kill -0 $screen
  sleep 0.1
done
DISPLAY=:$(<display)
export DISPLAY
exec dbus-run-session -- bash -c '
gsettings set org.gnome.desktop.interface toolkit-accessibility true
openbox &
/usr/libexec/at-spi-bus-launcher --launch-immediately &
for what in IsEnabled ScreenReaderEnabled; do
  until dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
    org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:$what variant:boolean:true; do sleep 0.2; done
done
export -p >session.env
orca --replace &
wait
' >desktop.log 2>&1
