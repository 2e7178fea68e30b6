package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rostrum.processing.domain.filing.ContentHash;

/** An encoder that asks another only for texts that it has not met. */
public final class RememberedPlaces implements Encoder {
    private final Encoder encoder;
    private final Transactions transactions;
    private final ForgottenTexts forgotten;

    public RememberedPlaces(Encoder encoder, Transactions transactions, ForgottenTexts forgotten) {
        this.encoder = encoder;
        this.transactions = transactions;
        this.forgotten = forgotten;
    }

    @Override
    public String version() {
        return encoder.version();
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public int unread(List<String> passages) {
        var hashes = passages.stream().map(ContentHash::of).collect(Collectors.toSet());
        return hashes.size()
                - transactions
                        .inOne(books -> books.places().find(version(), hashes))
                        .size();
    }

    @Override
    public List<float[]> encode(List<String> texts, Role role) {
        if (role == Role.QUERY) {
            return encoder.encode(texts, role);
        }
        var hashes = texts.stream().map(ContentHash::of).toList();
        Map<String, float[]> known = new LinkedHashMap<>(
                transactions.inOne(books -> books.places().find(version(), new LinkedHashSet<>(hashes))));
        Map<String, String> unknown = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!known.containsKey(hashes.get(i))) {
                unknown.put(hashes.get(i), texts.get(i));
            }
        }
        known.putAll(learned(unknown, role));
        var places = new ArrayList<float[]>();
        hashes.forEach(hash -> places.add(known.getOrDefault(hash, new float[0])));
        return places;
    }

    private Map<String, float[]> learned(Map<String, String> unknown, Role role) {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        var found = encoder.encode(List.copyOf(unknown.values()), role);
        Map<String, float[]> byHash = new LinkedHashMap<>();
        int next = 0;
        for (String hash : unknown.keySet()) {
            byHash.put(hash, found.get(next++));
        }
        transactions.doInOne(books -> books.places().keep(version(), wanted(byHash)));
        return byHash;
    }

    private Map<String, float[]> wanted(Map<String, float[]> byHash) {
        Map<String, float[]> wanted = new LinkedHashMap<>(byHash);
        wanted.keySet().removeIf(forgotten::contains);
        return wanted;
    }
}
