package org.rostrum.processing.domain.filing.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What people chose, and where the passages concerned stand in the sample: behind the open ones. */
record Choices(int open, List<Confirmed> confirmed) {

    int[] untold() {
        int[] untold = new int[open + confirmed.size()];
        Arrays.fill(untold, SelfTraining.OPEN);
        return untold;
    }

    /** Of each passage of the sample, the question that was chosen. */
    int[] told() {
        int[] told = untold();
        for (int i = 0; i < confirmed.size(); i++) {
            told[open + i] = isSomewhere(i) ? confirmed.get(i).question() : SelfTraining.NOWHERE;
        }
        return told;
    }

    /** The same without those choices. */
    int[] toldBut(int[] which) {
        int[] told = told();
        for (int i : which) {
            told[open + i] = SelfTraining.OPEN;
        }
        return told;
    }

    private boolean isSomewhere(int choice) {
        return confirmed.get(choice).question() != Confirmed.NOWHERE;
    }

    /** Which choices for a question are listened to: all, or of very many some from all over. */
    int[] somewhere(int most) {
        return thinned(
                IntStream.range(0, confirmed.size()).filter(this::isSomewhere).toArray(), most);
    }

    Known known(ContentModel model, int[] which) {
        return Known.of(
                model,
                places(which),
                Arrays.stream(which).map(i -> confirmed.get(i).question()).toArray());
    }

    /** What is learned of passages that answer no question, if anybody has said so of one. */
    Doubt doubt(ContentModel model, int most) {
        int[] which = thinned(IntStream.range(0, confirmed.size()).toArray(), most);
        int[] nowhere = Arrays.stream(which).map(i -> isSomewhere(i) ? 0 : 1).toArray();
        return Arrays.stream(nowhere).sum() == 0
                ? Doubt.untaught(model)
                : Doubt.taught(Known.of(model, places(which), nowhere));
    }

    int place(int choice) {
        return open + choice;
    }

    private int[] places(int[] which) {
        return Arrays.stream(which).map(i -> open + i).toArray();
    }

    private static int[] thinned(int[] which, int most) {
        int step = Math.max(1, Math.ceilDiv(which.length, most));
        return IntStream.range(0, which.length)
                .filter(i -> i % step == 0)
                .map(i -> which[i])
                .toArray();
    }
}
