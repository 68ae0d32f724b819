package org.waypost.hub.intake;

import javax.net.ssl.SSLContext;

/**
 * Where the broker is and who we are there.
 *
 * @param url {@code ssl://host:port}; the host must be named in the broker's certificate
 * @param name common name of our certificate, which is our client id as well
 * @param shared name of the subscription that we share with other hubs
 * @param tls our certificate and whom we trust
 */
public record BrokerAddress(String url, String name, SharedName shared, SSLContext tls) {}
