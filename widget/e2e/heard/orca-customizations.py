# Loaded by Orca: every utterance goes into a log, with its time, and to no
# synthesiser, for which Orca would wait for ever on a machine without sound.
import json
import time

import orca.event_manager as events
import orca.liveregions as live
import orca.scripts.default as default
import orca.speech as speech

log = open("speech.log", "a", buffering=1)
why = None  # of what is being said: "live" is what a page has said of its own accord


def say(text, *_):
    log.write(json.dumps([time.time(), str(text), why]) + "\n")


def said(reason, method):
    def marked(*args):
        global why
        why = reason
        try:
            return method(*args)
        finally:
            why = None

    return marked


speech._speak = say
speech.init = lambda *_, **__: None
live.LiveRegionManager.pumpMessages = said("live", live.LiveRegionManager.pumpMessages)
default.Script.onTextInserted = said("typed", default.Script.onTextInserted)
# A slow machine lets events pile up, of which Orca would then leave some out.
events.EventManager._inFlood = events.EventManager._inDeluge = lambda _: False
say("ready")
