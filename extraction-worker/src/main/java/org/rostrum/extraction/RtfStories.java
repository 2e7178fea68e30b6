package org.rostrum.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An RTF's text, and the notes, boxes and running heads that stand in the middle of it. */
final class RtfStories {

    private static final int MOST_HEADS = 1_000;

    private final RtfStyles styles;
    private final Blocks blocks;
    private final Deque<RtfStory> begun = new ArrayDeque<>();
    /** By what they say: each section repeats them. */
    private final Map<String, RtfStory> heads = new LinkedHashMap<>();

    RtfStories(RtfStyles styles, Blocks blocks) {
        this.styles = styles;
        this.blocks = blocks;
        begun.push(new RtfStory(styles, blocks));
    }

    RtfStory current() {
        return begun.getFirst();
    }

    /** A group is the whole of a story of its own. */
    void begin(RtfGroup group, String word) {
        RtfStory story = new RtfStory(styles, blocks);
        begun.push(story);
        group.story = story;
        group.storyIs = word;
    }

    /** Of a group that is the whole of a story. */
    void end(RtfGroup group) {
        RtfStory ended = group.story;
        if (ended == null) {
            return;
        }
        ended.end(group);
        begun.pop();
        if (group.storyIs.equals("footnote")) {
            current().note(ended.line().strip());
        } else if (!RtfWords.isHead(group.storyIs)) {
            current().box(ended);
        } else if (heads.size() < MOST_HEADS) {
            heads.putIfAbsent(ended.line(), ended);
        }
    }

    /** The text's own paragraphs need not wait for its end. */
    void move() {
        if (begun.size() == 1) {
            current().moveTo(blocks);
        }
    }

    void finish(RtfGroup group) throws IOException {
        RtfStory text = current();
        text.end(group);
        text.moveTo(blocks);
        List<RtfStory> all = new ArrayList<>(heads.values());
        blocks.asFurniture(() -> all.forEach(head -> head.moveTo(blocks)));
    }
}
