<?php
/**
 * Plugin Name: Fedi Sign-up
 * Description: Sign-up for Mastodon-compatible servers: [fedi_signup server="example.social"]
 * Version: VERSION
 * Requires at least: 5.7
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

// Not all that the element knows: whoever may write a post must not name where scripts come from (core-src),
// nor who hands out the app's secrets (broker) or gets a token.
const FEDI_SIGNUP_ATTRIBUTES = [ 'server', 'app-name', 'app-website', 'return-url', 'invite', 'lang', 'locale', 'theme', 'root', 'loading', 'persist', 'follow' ];

add_shortcode( 'fedi_signup', function ( $given ) {
	$given = array_intersect_key( (array) $given, array_flip( FEDI_SIGNUP_ATTRIBUTES ) );
	$given = array_map( 'sanitize_text_field', $given );
	if ( empty( $given['server'] ) ) {
		return '';
	}
	foreach ( array_intersect( [ 'app-website', 'return-url' ], array_keys( $given ) ) as $name ) {
		$given[ $name ] = esc_url_raw( $given[ $name ], [ 'http', 'https' ] );
	}
	$attributes = '';
	foreach ( $given as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$page = set_url_scheme( esc_url( $given['server'], [ 'http', 'https' ] ), 'https' ) . '/auth/sign_up';
	$file = 'files/fedi-signup.js';
	// The name stays and hosts cache it for long: the address changes with the file.
	$script = add_query_arg( 'ver', filemtime( plugin_dir_path( __FILE__ ) . $file ), plugins_url( $file, __FILE__ ) );
	return wp_get_script_tag( [ 'type' => 'module', 'src' => esc_url_raw( $script ) ] )
		. sprintf( '<fedi-signup%s><a href="%s">%s</a></fedi-signup>', $attributes, esc_url( $page ), esc_html( 'Join ' . $given['server'] ) );
} );
