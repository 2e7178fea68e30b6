package org.rostrum.intake.adapter.http;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.intake.domain.Change;

/** The pages of managers, in English, each with what it shows; checked against the templates when building. */
final class ManageTemplates {
    private ManageTemplates() {}

    /** What every page has: who is logged in, and what just happened, if anything. */
    record Frame(String account, @Nullable Said said) {}

    /** A notice at the top; {@code kind} is success, warning or error. */
    record Said(String kind, String title, String text) {}

    record list(Frame frame, List<Listed> consultations) implements TemplateInstance {}

    record Listed(String id, String title, String organiser, int revision, List<RoundLine> rounds) {}

    record RoundLine(String id, String title, String phase, String dates) {}

    record overview(Frame frame, Shown shown, List<RoundShown> rounds, List<Entry> trail, boolean trailAway)
            implements TemplateInstance {}

    record Shown(String id, String title, String organiser, String zone, int revision, String definedAt, String now) {}

    record RoundShown(
            String id,
            String title,
            String phase,
            String opens,
            @Nullable String closes,
            String audience,
            String accepts,
            String grace,
            String late,
            int items,
            @Nullable String sharedWith,
            DeadlineView deadline,
            boolean mayOpen,
            boolean mayClose,
            boolean mayExtend) {}

    record Entry(int number, String at, String by, List<Change> changes) {}

    record consultation(Frame frame, @Nullable Shown shown, Fields fields, boolean isNew) implements TemplateInstance {}

    record round(Frame frame, Shown shown, Fields fields, String id, boolean isNew, boolean opened, List<String> others)
            implements TemplateInstance {}

    record verb(Frame frame, Shown shown, RoundShown round, String verb, Fields fields) implements TemplateInstance {}

    record instrument(Frame frame, Shown shown, RoundShown round, List<ItemLine> items, boolean opened)
            implements TemplateInstance {}

    record ItemLine(String number, String kind, String words, int depth, boolean first, boolean last) {}

    record item(Frame frame, Shown shown, String round, String number, String parent, Fields fields, boolean isNew)
            implements TemplateInstance {}

    record yaml(Frame frame, @Nullable Shown shown, String text, int revision, List<Fault> faults)
            implements TemplateInstance {}

    /** One fault of a pasted definition. */
    record Fault(int line, String place, String message) {}

    record erasures(Frame frame, Fields fields, List<ErasedLine> lines) implements TemplateInstance {}

    record ErasedLine(
            String reference,
            String title,
            String round,
            String at,
            String by,
            String ground,
            @Nullable String fileNumber,
            boolean complete) {}

    record erase(Frame frame, Erasable shown, List<GroundChoice> grounds, Fields fields) implements TemplateInstance {}

    /** What is said of a submission that may be erased: nothing of what was written. */
    record Erasable(
            String reference,
            String title,
            String round,
            String receivedAt,
            int versions,
            int files,
            boolean withdrawn) {}

    record GroundChoice(String word, String label) {}

    record erased(Frame frame, ErasedLine line) implements TemplateInstance {}
}
