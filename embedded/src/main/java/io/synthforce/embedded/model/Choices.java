package io.synthforce.embedded.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a seat picks from the lists it is given: actions by what its role likes, colleagues by chance. */
final class Choices {

    private static final Pattern AUTHORITY = Pattern.compile("may be ordered by (?!anyone)(.+?)\\.?$");

    private Choices() {}

    /** None to two of the catalogue; the bold favour steps, the cautious favour stops. */
    static List<String> actions(Scene scene, int stance) {
        var chance = scene.chance();
        var names = scene.names("/properties/actions/items/properties/action/enum");
        var count = chance.unit("acts at all") < 0.2 ? 0 : chance.unit("acts twice") < 0.15 ? 2 : 1;
        return names.stream()
                .filter(name -> mayOrder(scene, name) || chance.unit("oversteps with " + name) < 0.1)
                .sorted(Comparator.comparingDouble((String name) -> -appeal(scene, name, stance)))
                .limit(count)
                .toList();
    }

    private static boolean mayOrder(Scene scene, String action) {
        var role = scene.prompt().role();
        var authority = AUTHORITY.matcher(description(scene, action));
        return !authority.find()
                || role == null
                || List.of(authority.group(1).split(", ")).contains(role);
    }

    private static String description(Scene scene, String action) {
        return scene.prompt().actions().stream()
                .filter(item -> item.id().equals(action))
                .map(Item::text)
                .findFirst()
                .orElse("");
    }

    private static double appeal(Scene scene, String action, int stance) {
        var words = (Item.spoken(action) + " " + description(scene, action)).toLowerCase(Locale.ROOT);
        var liked = Phrases.words("likes", scene.prompt().role()).stream()
                .filter(words::contains)
                .count();
        var cautious = Temper.CAUTIOUS.stream().anyMatch(word -> words.startsWith(word + " "));
        return 0.3 * liked
                + scene.chance().unit("appeal of " + action)
                + 0.4 * (cautious ? -stance : stance > 0 ? 1 : 0);
    }

    static List<String> addressed(Scene scene) {
        var chance = scene.chance();
        var others = scene.names("/properties/directed_to/items/enum").stream()
                .filter(seat -> !seat.equals(scene.prompt().seat()))
                .toList();
        return chance.shuffled(others, "addressed").stream()
                .limit(chance.below(3, "how many addressed"))
                .toList();
    }
}
