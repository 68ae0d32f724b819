package org.waypost.kiosk.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final String FORM = """
            --b1
            Content-Disposition: form-data; name="words"

            两个
            字
            --b1
            Content-Disposition: form-data; name="photo"; filename="我家.jpg"
            Content-Type: image/jpeg

            \1--b
            \2
            --b1--
            """.replace("\n", "\r\n");

    private static Upload parsed(String form) {
        return Upload.parsed(form.getBytes(UTF_8), "b1", "photo");
    }

    @Test
    void readsFieldsAndTheFile() {
        Upload upload = parsed(FORM);
        assertEquals("两个\n字", upload.form().text("words"));
        assertArrayEquals("\u0001--b\r\n\u0002".getBytes(ISO_8859_1), upload.file());
        assertEquals(0, parsed(FORM.replace("\"photo\"", "\"other\"")).file().length);
    }

    @Test
    void refusesWhatIsNotOfThatForm() {
        for (String wrong : List.of(
                "",
                "--b",
                "--b1",
                "--b2" + FORM,
                FORM.replace("\"photo\"", "\"words\""),
                FORM.replace("name=\"words\"", "name=words"),
                FORM.replace("\r\n--b1--", ""),
                "--b1\r\n" + "x".repeat(2_000) + "\r\n\r\n\r\n--b1--")) {
            if (wrong.equals("--b1")) {
                assertThrows(Problem.class, () -> parsed(wrong).form().text("words"));
            } else {
                assertThrows(Problem.class, () -> parsed(wrong), wrong);
            }
        }
    }

    @Test
    void noCutOfAFormIsMoreThanAProblem() {
        byte[] whole = FORM.getBytes(UTF_8);
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                Upload.parsed(cut, "b1", "photo");
            } catch (Problem expected) {
                assertEquals("problem.malformed", expected.getMessage());
            }
        }
    }
}
