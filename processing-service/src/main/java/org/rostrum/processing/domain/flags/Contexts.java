package org.rostrum.processing.domain.flags;

import java.util.regex.Pattern;

/** What stands around personal data in six languages; each pattern costs a constant for each character. */
final class Contexts {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NAME = "\\p{Lu}[\\p{L}'\u2019-]{1,24}+";
    private static final String NAMES = NAME + "(?:[ ]" + NAME + "){0,2}+";

    static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}+(?:@| ?[\\[(](?:at|@|arobase|arroba)[\\])] ?)"
                    + "[\\p{L}\\p{N}-]{1,63}+(?:(?:\\.| ?[\\[(](?:dot|point|punto)[\\])] ?)[\\p{L}\\p{N}-]{1,63}+){1,8}+",
            ANY_CASE);

    static final Pattern TELEPHONE = Pattern.compile(
            BEFORE
                    + "(?:tel|telephone|phone|mobile|cell|fax|whatsapp|call(?: me)?(?: (?:on|at))?|téléphone|tél|portable"
                    + "|joignable au|teléfono|móvil|celular|телефон|тел|моб|звоните|电话|手机|致电|هاتف|جوال|موبايل|اتصل)"
                    + "[.:：)]{0,2}[ ]?(?:no\\.?|n[°º]|number|号码|رقم)?[.:：]?[ ]?"
                    + "([+(]{0,2}\\p{Nd}(?:[ ()./-]{0,2}\\p{Nd}){5,15}+)",
            ANY_CASE);

    static final Pattern FOUR =
            Pattern.compile("(?<![\\p{N}.])(?:\\p{Nd}{1,3}\\.){3}\\p{Nd}{1,3}(?![\\p{N}]|\\.\\p{N})");
    static final Pattern EIGHT = Pattern.compile("(?<![\\p{L}\\p{N}:])[0-9A-Fa-f:]{3,39}+(?![\\p{L}\\p{N}:])");

    static final Pattern IDENTITY = Pattern.compile(
            BEFORE + "(?:passport|national id(?:entity)?|identity card|id card|social security|national insurance"
                    + "|driving licen[cs]e|passeport|carte d'identité|sécurité sociale|pasaporte|cédula|documento de identidad"
                    + "|seguridad social|паспорт|удостоверение|снилс|инн|护照|身份证|جواز السفر|جواز سفر|بطاقة الهوية|الرقم القومي)"
                    + "(?:[ ]?(?:no\\.?|number|n[°º]|numéro|número|номер|серия|号码?|رقم))?[ :：#.-]{0,3}"
                    + "([\\p{Lu}]{0,3}[ ]?\\p{Nd}(?:[ -]?\\p{Nd}){4,17}+)",
            ANY_CASE);

    static final Pattern ADDRESS = Pattern.compile(
            // English
            "(?<![\\p{L}\\p{N}])\\p{Nd}{1,5}[a-zA-Z]?,? (?:" + NAME + " ){1,3}"
                    + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|Terrace|Close|Crescent)\\b"
                    + "|(?<![\\p{L}\\p{N}])P\\.? ?O\\.? ?Box \\p{Nd}{1,6}"
                    // French
                    + "|(?<![\\p{L}\\p{N}])\\p{Nd}{1,4}(?: ?(?:bis|ter))?,? "
                    + "(?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai|cours)"
                    + " (?:de la |de l'|des |du |de |d')?" + NAMES
                    // Spanish
                    + "|(?<![\\p{L}\\p{N}])(?:[Cc]alle|C/|[Aa]venida|[Aa]vda\\.?|[Pp]laza|[Pp]aseo|[Cc]arretera)"
                    + " (?:de la |de los |de las |del |de )?" + NAMES + "(?:,| n[ºo°]\\.?|, n[ºo°]\\.?)? \\p{Nd}{1,4}"
                    // Russian
                    + "|(?<![\\p{L}\\p{N}])(?:ул\\.|улица|улице|пр\\.|проспект|проспекте|просп\\.|пер\\.|переулок|бульвар|наб\\.|шоссе)"
                    + " ?" + NAMES + ",?(?: д\\.| дом)? ?\\p{Nd}{1,4}"
                    // Chinese
                    + "|\\p{IsHan}{1,8}[路街巷弄]\\p{Nd}{1,5}[号號]"
                    // Arabic
                    + "|(?<![\\p{L}\\p{N}])(?:شارع|طريق|ميدان)(?: [\\p{IsArabic}&&\\p{L}]{2,20}+){1,3}+،? (?:رقم )?\\p{Nd}{1,4}");

    static final Pattern PERSON = Pattern.compile(BEFORE
            + "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Monsieur|Madame|Mme|Mlle|Sr|Sra|Srta|Don|Doña|Señor|Señora|г-н|г-жа|господин"
            + "|госпожа|гражданин|гражданка|господина|госпожи)\\.? (" + NAMES + ")"
            + "|" + BEFORE + "M\\. (" + NAMES + ")"
            + "|" + BEFORE
            + "(?:[Mm]y|[Oo]ur) (?:neighbou?r|wife|husband|son|daughter|mother|father|brother|sister|colleague"
            + "|doctor|boss|friend|teacher|landlord|patient|client),? (" + NAMES + ")"
            + "|" + BEFORE
            + "(?:[Mm]on|[Mm]a|[Nn]otre) (?:voisine?|femme|mari|fils|fille|mère|père|frère|sœur|collègue|médecin"
            + "|amie?|patron|patronne),? (" + NAMES + ")"
            + "|" + BEFORE
            + "(?:[Mm]i|[Nn]uestr[oa]) (?:vecin[oa]|mujer|esposa|marido|hij[oa]|madre|padre|herman[oa]|colega"
            + "|médic[oa]|amig[oa]|jef[ea]),? (" + NAMES + ")"
            + "|" + BEFORE
            + "(?:[Мм]ой|[Мм]оя|[Нн]аш|[Нн]аша) (?:сосед|соседка|жена|муж|сын|дочь|мать|отец|брат|сестра|коллега"
            + "|врач|друг|подруга|начальник),? (" + NAMES + ")"
            + "|(?:我的?|我们的?)(?:邻居|妻子|丈夫|儿子|女儿|同事|医生|朋友|老板|母亲|父亲)(\\p{IsHan}{2,3}+)"
            + "|(\\p{IsHan}{1,3})(?:先生|女士|小姐|医生|老师)"
            + "|" + BEFORE + "(?:السيد|السيدة|الدكتور|الدكتورة|جاري|جارتي|زوجي|زوجتي|ابني|ابنتي|زميلي|صديقي|طبيبي)"
            + " ([\\p{IsArabic}&&\\p{L}]{2,20}+(?: [\\p{IsArabic}&&\\p{L}]{2,20}+)?)");

    static final Pattern PROFANITY = Pattern.compile(
            BEFORE
                    + "(?:fuck(?:ing|ers?|ed)?|shit(?:ty)?|bullshit|assholes?|bastards?|bitch(?:es)?|cunts?|motherfuckers?|wankers?"
                    + "|merde|connards?|connasses?|putain|salopes?|salauds?|enculés?|ta gueule"
                    + "|mierda|cabr[oó]n(?:es)?|put[oa]s?|hij[oa]s? de puta|gilipollas|pendej[oa]s?|coño"
                    + "|сука|суки|бляд[ьи]|хуй|хуйня|пизд\\p{L}{1,6}|ебан\\p{L}{1,5}|мудак(?:и|ов)?|дерьмо|говно"
                    + "|كلب ابن كلب|ابن الكلب|ابن الشرموطة|شرموطة|قحبة|خرا|عرص)(?![\\p{L}\\p{N}])"
                    + "|操你|他妈的|傻逼|狗屎|王八蛋|混蛋|妈的",
            ANY_CASE);

    static final Pattern THREAT = Pattern.compile(
            BEFORE
                    + "(?:(?:i|we)(?:'ll| will| am going to|'m going to| are going to|'re going to) (?:kill|shoot|stab|hurt|beat|burn"
                    + "|bomb|find and kill) (?:you|them|him|her|all of you|your|their)"
                    + "|you(?: will|'ll| are going to|'re going to)(?: all)? (?:die|be killed|pay with your li(?:fe|ves)|regret being born)"
                    + "|(?:je vais|on va|nous allons) (?:te|vous|les) (?:tuer|buter|crever|brûler|frapper|massacrer|faire la peau)"
                    + "|(?:tu vas|vous allez)(?: tous)? (?:mourir|crever|le payer de (?:ta|votre) vie)"
                    + "|(?:te|os|los|las|le|les) (?:voy|vamos) a (?:matar|quemar|disparar|golpear|romper la cara)"
                    + "|(?:vas|vais|van) a morir"
                    + "|(?:я|мы) (?:тебя|вас|их|его|её) (?:убью|убьём|убьем|зарежу|застрелю|сожгу|сожжём|найду и убью)"
                    + "|(?:убью|убьём|убьем|зарежу|застрелю) (?:тебя|вас|их|его|её)|(?:ты|вы)(?: все)? (?:сдохнешь|сдохнете|умрёшь|умрёте)"
                    + "|(?:سأقتلك|سأقتلكم|سنقتلك|سنقتلكم|سوف أقتلك|سوف أقتلكم|سوف نقتلكم|سنحرق بيوتكم|ستموتون|ستموت))(?![\\p{L}\\p{N}])"
                    + "|(?:杀了|弄死|打死|干掉|烧死)(?:你|你们|他们|他|她)|你们?(?:都)?(?:会死|去死|等死)",
            ANY_CASE);

    private Contexts() {}
}
