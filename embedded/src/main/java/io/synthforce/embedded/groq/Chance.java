package io.synthforce.embedded.groq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Draws that depend on a text and on the name of the draw only: equal requests give equal draws, in any order. */
public record Chance(long seed) {

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public static Chance of(byte[] hash) {
        return new Chance(Long.parseUnsignedLong(HexFormat.of().formatHex(hash, 0, 8), 16));
    }

    public static Chance of(String text) {
        return of(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** In [0, 1). */
    public double unit(String draw) {
        return (bits(draw) >>> 11) * 0x1p-53;
    }

    public int below(int bound, String draw) {
        return (int) (unit(draw) * bound);
    }

    public <T> T pick(List<T> items, String draw) {
        return items.get(below(items.size(), draw));
    }

    public <T> List<T> shuffled(List<T> items, String draw) {
        var rest = new ArrayList<>(items);
        var shuffled = new ArrayList<T>(items.size());
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(below(rest.size(), draw + shuffled.size())));
        }
        return shuffled;
    }

    /** FNV-1a of the name, finished by the mixer of SplitMix64. */
    private long bits(String draw) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < draw.length(); i++) {
            hash = (hash ^ draw.charAt(i)) * 0x100000001b3L;
        }
        var mixed = (seed ^ hash) + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
