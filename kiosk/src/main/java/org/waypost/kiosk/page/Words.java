package org.waypost.kiosk.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of one language. A key that is missing is a defect of the product; a test holds the languages against each
 * other. Immutable.
 */
public final class Words {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Language language;
    private final ZoneId zone;
    private final Map<String, String> texts;

    /**
     * Reads the words.
     *
     * @param zone in which times are shown
     */
    public Words(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.texts = texts(language);
    }

    public Language language() {
        return language;
    }

    /** All keys. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** A text without arguments. */
    public String of(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }

    /** A text in ICU's message format. */
    public String of(String key, Object first, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = first;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new MessageFormat(of(key), ULocale.forLanguageTag(language.tag())).format(arguments);
    }

    /** The text of a constant; its key is the simple name of its type and its own, such as {@code Fault.NO_ANSWER}. */
    public String of(Enum<?> constant) {
        return of(key(constant));
    }

    /** A longer text beside {@link #of(Enum)}. */
    public String hint(Enum<?> constant) {
        return of(key(constant) + ".hint");
    }

    /** A moment to the minute, in the counter's time. */
    public String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** A moment of today to the second, in the counter's time. */
    public String second(Instant at) {
        return SECOND.format(at.atZone(zone));
    }

    /** The key under which a constant has its text. */
    public static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private static Map<String, String> texts(Language language) {
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(language.file())) {
            if (in == null) {
                throw new IllegalStateException("this build has no " + language.file());
            }
            read.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }
}
