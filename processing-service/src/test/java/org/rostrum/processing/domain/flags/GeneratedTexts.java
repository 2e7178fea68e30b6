package org.rostrum.processing.domain.flags;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.rostrum.processing.domain.text.Span;

/** Sentences in six languages into which one thing was put that must be found. All of it is made up. */
record GeneratedTexts(String text, FlagKind kind, Span place) {
    private static final List<List<String>> SENTENCES = List.of(
            List.of(
                    "We welcome the draft and ask for more time.",
                    "Rural areas need affordable access by 2030.",
                    "Section 2.7.4 should name 3 indicators."),
            List.of(
                    "Nous saluons le projet et demandons plus de temps.",
                    "Les zones rurales ont besoin d'un accès abordable d'ici 2030.",
                    "La section 2.7.4 devrait nommer 3 indicateurs."),
            List.of(
                    "Acogemos con agrado el proyecto y pedimos más tiempo.",
                    "Las zonas rurales necesitan acceso asequible para 2030.",
                    "La sección 2.7.4 debería nombrar 3 indicadores."),
            List.of(
                    "Мы приветствуем проект и просим больше времени.",
                    "Сельским районам нужен доступ к 2030 году.",
                    "Раздел 2.7.4 должен назвать 3 показателя."),
            List.of("我们欢迎该草案，并要求更多时间。", "农村地区到2030年需要负担得起的接入。", "第2.7.4节应列出3个指标。"),
            List.of(
                    "نرحب بالمشروع ونطلب مزيدا من الوقت.",
                    "تحتاج المناطق الريفية إلى نفاذ ميسور بحلول 2030.",
                    "ينبغي أن يسمي القسم 2.7.4 ثلاثة مؤشرات."));
    private static final List<List<String>> LEADS = List.of(
            List.of("Tel. ", "Write to ", "Mrs ", "I live at "),
            List.of("Tél. ", "Écrivez à ", "Mme ", "J'habite "),
            List.of("Teléfono ", "Escriba a ", "Sra. ", "Vivo en la "),
            List.of("Тел. ", "Пишите на ", "г-жа ", "Живу на "),
            List.of("电话 ", "写信到 ", "", "地址 "),
            List.of("هاتف ", "اكتبوا إلى ", "السيدة ", "أسكن في "));
    private static final List<List<String>> NAMES = List.of(
            List.of("Adele Example", "Martha Sampleton"),
            List.of("Claire Exemple", "Durand-Petit"),
            List.of("Carmen Ejemplo", "Rosa Muestra"),
            List.of("Анна Примерова", "Ольга Образцова"),
            List.of("王小明女士", "李样例先生"),
            List.of("سلمى مثال", "ليلى نموذج"));
    private static final List<List<String>> STREETS = List.of(
            List.of("%d Old Mill Lane", "%d Harbour Street"),
            List.of("%d rue des Lilas", "%d, avenue de la Gare"),
            List.of("calle Mayor %d", "avenida de los Olivos %d"),
            List.of("ул. Садовая, д. %d", "ул. Ленина %d"),
            List.of("和平路%d号", "人民大街%d号"),
            List.of("شارع الحرية %d", "شارع النيل الكبير %d"));

    static GeneratedTexts next(Random chance, int language) {
        var sentences = SENTENCES.get(language);
        var before = sentences.get(chance.nextInt(sentences.size())) + " ";
        var after = " " + sentences.get(chance.nextInt(sentences.size()));
        var leads = LEADS.get(language);
        return switch (chance.nextInt(7)) {
            case 0 -> put(before + leads.get(1), email(chance), after, FlagKind.EMAIL);
            case 1 -> put(before + leads.getFirst(), digits(chance, "0### ######"), after, FlagKind.TELEPHONE);
            case 2 -> put(before + "", "+41 44 668 " + digits(chance, "## ##"), after, FlagKind.TELEPHONE);
            case 3 -> put(before + leads.get(2), one(chance, NAMES.get(language)), after, FlagKind.PERSON_NAME);
            case 4 ->
                put(
                        before + leads.get(3),
                        one(chance, STREETS.get(language)).formatted(1 + chance.nextInt(200)),
                        after,
                        FlagKind.POSTAL_ADDRESS);
            case 5 -> put(before + "IBAN ", account(chance), after, FlagKind.BANK_ACCOUNT);
            default ->
                put(
                        before,
                        "10.%d.%d.7".formatted(40 + chance.nextInt(200), chance.nextInt(256)),
                        after,
                        FlagKind.IP_ADDRESS);
        };
    }

    private static GeneratedTexts put(String before, String thing, String after, FlagKind kind) {
        return new GeneratedTexts(
                before + thing + after, kind, new Span(before.length(), before.length() + thing.length()));
    }

    private static String one(Random chance, List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private static String email(Random chance) {
        return "person%d@sub%d.example.org".formatted(chance.nextInt(1000), chance.nextInt(10));
    }

    private static String digits(Random chance, String form) {
        var digits = new StringBuilder();
        form.chars().forEach(c -> digits.append(c == '#' ? (char) ('0' + chance.nextInt(10)) : (char) c));
        return digits.toString();
    }

    /** With the check digits that ISO 13616 asks for. */
    private static String account(Random chance) {
        var number = digits(chance, "##################");
        var rest = new java.math.BigInteger(number + "131400")
                .mod(java.math.BigInteger.valueOf(97))
                .intValue();
        var account = "DE%02d%s".formatted(98 - rest, number);
        return chance.nextBoolean()
                ? account
                : account.replaceAll("(.{4})", "$1 ").strip().toUpperCase(Locale.ROOT);
    }
}
