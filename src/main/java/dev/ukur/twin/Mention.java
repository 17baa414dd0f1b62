package dev.ukur.twin;

/** Someone wrote about the brand; the sentiment in the tool's word. */
record Mention(long number, long moment, String source, String sentiment, long reach, long engagement) {}
