package org.rostrum.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.domain.Draft.OtherText;

class DraftMergeTest {
    private static final Instant THEN = Instant.parse("2026-05-01T12:00:00Z");

    private static DraftMerge merge(Map<String, String> base, Map<String, String> theirs, Map<String, String> mine) {
        return DraftMerge.of(base, theirs, mine, THEN);
    }

    @Test
    void hears_both_windows_where_they_wrote_into_different_fields() {
        var merge = merge(Map.of("a", "1", "b", "1"), Map.of("a", "2", "b", "1"), Map.of("a", "1", "b", "3"));

        assertThat(merge.fields()).isEqualTo(Map.of("a", "2", "b", "3"));
        assertThat(merge.taken()).containsExactly("a");
        assertThat(merge.isConflict()).isFalse();
    }

    @Test
    void keeps_the_other_text_where_both_wrote_into_the_same_field() {
        var merge = merge(Map.of("a", "1"), Map.of("a", "theirs"), Map.of("a", "mine"));

        assertThat(merge.fields()).isEqualTo(Map.of("a", "mine"));
        assertThat(merge.others()).containsExactly(new OtherText("a", "theirs", THEN));
    }

    @Test
    void keeps_what_another_window_wrote_into_a_field_that_this_one_emptied() {
        var merge = merge(Map.of("a", "1"), Map.of("a", "theirs"), Map.of());

        assertThat(merge.fields()).isEmpty();
        assertThat(merge.others()).extracting(OtherText::text).containsExactly("theirs");
    }

    @Test
    void does_not_bring_back_what_one_window_emptied_alone() {
        assertThat(merge(Map.of("a", "1"), Map.of(), Map.of("a", "1")).fields()).isEmpty();
        assertThat(merge(Map.of("a", "1"), Map.of("a", "1"), Map.of()).fields()).isEmpty();
    }

    @Test
    void takes_no_side_where_it_does_not_know_what_both_began_from() {
        var merge = merge(Map.of(), Map.of("a", "theirs", "b", "same"), Map.of("a", "mine", "b", "same"));

        assertThat(merge.fields()).isEqualTo(Map.of("a", "mine", "b", "same"));
        assertThat(merge.others()).extracting(OtherText::text).containsExactly("theirs");
    }
}
