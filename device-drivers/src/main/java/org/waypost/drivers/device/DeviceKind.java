package org.waypost.drivers.device;

/** What a device is for; each kind has one interface that its drivers open. */
public enum DeviceKind {
    ID_CARD_READER,
    PASSPORT_READER,
    MRZ_READER,
    CODE_READER,
    FINGERPRINT_MODULE,
    CAMERA,
    PANEL
}
