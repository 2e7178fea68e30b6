package org.rostrum.processing.adapter.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.keypassages.Token;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.WordTokens;

/** Words by the analyser of the text's language, which knows its stop words; pairs of ideographs where words are not set apart. */
public final class LuceneTokens implements WordTokens {
    private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

    @Override
    public List<Token> of(String text, @Nullable String language) {
        String base = language == null ? "" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        Analyzer analyzer = analyzers.computeIfAbsent(base, Analyzers::of);
        List<Token> tokens = new ArrayList<>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(
                        term.toString(),
                        new Span(offset.startOffset(), offset.endOffset()),
                        !tokens.isEmpty() && position.getPositionIncrement() == 1));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
        return tokens;
    }
}
