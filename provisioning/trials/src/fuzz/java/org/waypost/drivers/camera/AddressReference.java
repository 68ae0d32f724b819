package org.waypost.drivers.camera;

import java.net.InetAddress;

/** Addresses that a terminal's own camera can have, by RFC 1918, 1122, 3927, 4193 and 4291. */
final class AddressReference {
    private AddressReference() {}

    static boolean isNear(String host) {
        byte[] bytes =
                InetAddress.ofLiteral(host.replace("[", "").replace("]", "")).getAddress();
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        return bytes.length == 4 ? isNearByFour(first, second) : isNearBySixteen(bytes, first, second);
    }

    private static boolean isNearByFour(int first, int second) {
        return first == 127
                || first == 10
                || (first == 172 && second / 16 == 1)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254);
    }

    /** Loopback, unique local, link local, and site local as it was. */
    private static boolean isNearBySixteen(byte[] bytes, int first, int second) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            sum += Byte.toUnsignedInt(bytes[i]);
        }
        boolean loopback = sum == 0 && bytes[15] == 1;
        return loopback || first == 0xFC || first == 0xFD || (first == 0xFE && second >= 0x80);
    }
}
