package org.rostrum.publishing.domain.compilation;

/** The direction in which a paragraph is read. */
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    /** Decided by the first strong character (Unicode Bidirectional Algorithm, rules P2 and P3). */
    public static Direction of(String text) {
        return text.codePoints()
                        .map(Character::getDirectionality)
                        .filter(Direction::isStrong)
                        .limit(1)
                        .allMatch(strong -> strong == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                ? LEFT_TO_RIGHT
                : RIGHT_TO_LEFT;
    }

    private static boolean isStrong(int directionality) {
        return directionality == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
