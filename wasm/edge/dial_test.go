//go:build !js

package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheProgramReachesTheOpenNetworkOnly(t *testing.T) {
	for address, open := range map[string]bool{
		"93.184.216.34:443": true, "[2606:2800:220:1::1]:443": true,
		"127.0.0.1:443": false, "[::1]:443": false, "10.1.2.3:443": false, "172.16.0.1:443": false, "192.168.1.1:443": false,
		"169.254.169.254:80": false, "100.64.0.1:443": false, "0.0.0.0:443": false, "[::]:443": false, "224.0.0.1:443": false,
		"[fd00::1]:443": false, "[fe80::1]:443": false, "[::ffff:10.0.0.1]:443": false, "[::ffff:127.0.0.1]:443": false,
	} {
		assert.Equal(t, open, allowed(address, false) == nil, address)
	}
	assert.NoError(t, allowed("127.0.0.1:3000", true))
	assert.Error(t, allowed("10.1.2.3:443", true))
	_, err := outward([]string{"example.social"}).Get("http://localhost:1/")
	assert.ErrorContains(t, err, "no address of the open network")
	_, err = outward([]string{"http://localhost:1"}).Get("http://localhost:1/")
	assert.NotContains(t, err.Error(), "open network")
}
