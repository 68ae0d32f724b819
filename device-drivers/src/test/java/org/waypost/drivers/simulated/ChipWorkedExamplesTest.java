package org.waypost.drivers.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The simulated chip against the worked examples of ICAO Doc 9303-11, byte for byte. */
class ChipWorkedExamplesTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final EmrtdCard.EmrtdKeys NO_KEYS = new EmrtdCard.EmrtdKeys(Optional.empty(), Optional.empty());

    private static EmrtdApplet applet(
            String mrzInformation, Optional<ChipPaceVariant> pace, Map<Integer, byte[]> files, String... numbers) {
        Deque<byte[]> random = new ArrayDeque<>();
        for (String number : numbers) {
            random.add(HEX.parseHex(number));
        }
        var secrets = new EmrtdCard.EmrtdSecrets(mrzInformation, Optional.empty(), pace, true);
        return new EmrtdApplet(new EmrtdCard(secrets, NO_KEYS, files, Set.of()), ChipRandom.scripted(random));
    }

    private static void assertAnswer(EmrtdApplet applet, String command, String answer) {
        assertEquals(answer, HEX.formatHex(applet.transmit(HEX.parseHex(command))), command);
    }

    @Test
    void derivesTheKeysOfAppendixD1() {
        byte[] seed = HEX.parseHex("239AB9CB282DAF66231DC5A4DF6BFBAE");
        ChipCipher cipher = ChipCipher.TRIPLE_DES;
        assertEquals("AB94FDECF2674FDFB9B391F85D7F76F2", HEX.formatHex(cipher.derive(seed, ChipCipher.FOR_ENCRYPTION)));
        assertEquals("7962D9ECE03D1ACD4C76089DCE131543", HEX.formatHex(cipher.derive(seed, ChipCipher.FOR_MAC)));
    }

    @Test
    void answersAppendixD3AndD4() {
        byte[] com = HEX.parseHex("60145F0104303130365F36063034303030305C026175");
        EmrtdApplet applet = applet(
                "L898902C<369080619406236",
                Optional.empty(),
                Map.of(EmrtdCard.COM, com),
                "4608F91988702212",
                "0B4F80323EB3191CB04970CB4052790B");
        assertAnswer(applet, "00A4040C07A0000002471001", "9000");
        assertAnswer(applet, "0084000008", "4608F919887022129000");
        assertAnswer(
                applet,
                "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728",
                "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000");
        assertAnswer(
                applet, "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", "990290008E08FA855A5D4C50A8ED9000");
        assertAnswer(
                applet,
                "0CB000000D9701048E08ED6705417E96BA5500",
                "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
        assertAnswer(
                applet,
                "0CB000040D9701128E082EA28A70F3C7B53500",
                "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000");
    }

    @Test
    void answersAppendixG1() {
        ChipPaceVariant variant = new ChipPaceVariant(ChipCipher.AES_128, ChipCurve.BRAINPOOL_P256);
        EmrtdApplet applet = applet(
                "T2200012936408125" + "1010318",
                Optional.of(variant),
                Map.of(),
                "3F00C4D39D153F2B2A214A078D899B22",
                "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560",
                "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A");
        assertAnswer(applet, "0022C1A40F800A04007F00070202040202830101", "9000");
        assertAnswer(applet, "10860000027C0000", "7C12801095A3A016522EE98D01E76CB6B98B42C39000");
        assertAnswer(
                applet,
                "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                        + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00",
                "7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
                        + "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000");
        assertAnswer(
                applet,
                "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
                        + "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200",
                "7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
                        + "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000");
        assertAnswer(applet, "008600000C7C0A8508C2B0BD78D94BA86600", "7C0A86083ABB9674BCE93C089000");
    }

    @Test
    void derivesTheSessionKeysOfAppendixG1() {
        byte[] secret = HEX.parseHex("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925");
        assertEquals(
                "F5F0E35C0D7161EE6724EE513A0D9A7F",
                HEX.formatHex(ChipCipher.AES_128.derive(secret, ChipCipher.FOR_ENCRYPTION)));
        assertEquals(
                "FE251C7858B356B24514B3BD5F4297D1",
                HEX.formatHex(ChipCipher.AES_128.derive(secret, ChipCipher.FOR_MAC)));
    }
}
