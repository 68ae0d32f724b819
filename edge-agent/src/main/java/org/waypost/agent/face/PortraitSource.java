package org.waypost.agent.face;

/** Where a document's portrait comes from; a threshold belongs to a model and one of these. */
public enum PortraitSource {
    /** The chip of a passport or another eMRTD: some 240x320 pixels or more, JPEG or JPEG 2000. */
    CHIP,
    /** The chip of a resident ID card: 102x126 pixels, strongly compressed. */
    CARD,
    /** Printed in the document and photographed there. */
    PRINTED
}
