//go:build !js

package main

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// outward reaches servers in the open network only: a listed name must not lead
// into the owner's own, whoever has the name by then. Servers on this machine
// are reached if one is listed.
func outward(servers []string) *http.Client {
	local := false
	for _, server := range servers {
		local = local || strings.HasPrefix(strings.ToLower(server), "http://")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = (&net.Dialer{
		Timeout: 10 * time.Second,
		Control: func(_, address string, _ syscall.RawConn) error { return allowed(address, local) },
	}).DialContext
	transport.Proxy = nil // whose address would be looked at instead
	return &http.Client{Transport: transport}
}

// allowed looks at the address itself, after names have been resolved.
func allowed(address string, local bool) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := at.Addr().Unmap()
	if ip.IsLoopback() && local || ip.IsGlobalUnicast() && !ip.IsPrivate() && !carrier.Contains(ip) {
		return nil
	}
	return fmt.Errorf("%s is no address of the open network", ip)
}

// carrier are the addresses behind a provider's own translation (RFC 6598).
var carrier = netip.MustParsePrefix("100.64.0.0/10")
