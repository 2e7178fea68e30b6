package org.rostrum.specimen.adapter.stone;

/** An adapter that another one should not know. */
public class Stone {}
