package org.rostrum.processing.adapter.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.usecase.WordStems;

/** Stems by the analyser of the text's language; folded words, and pairs of ideographs, where there is none. */
public final class LuceneStems implements WordStems {
    private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

    @Override
    public Map<String, Integer> of(String text, @Nullable String language) {
        String base = language == null ? "" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        Analyzer analyzer = analyzers.computeIfAbsent(base, Analyzers::of);
        Map<String, Integer> counts = new HashMap<>();
        try (var stream = analyzer.tokenStream("text", Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
        return counts;
    }
}
