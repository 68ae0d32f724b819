package org.waypost.drivers.simulated;

/**
 * Invented persons for demonstrations and tests. Places, names and faces exist nowhere; the numbers have correct check
 * digits, and their area code 110101 stands for nothing here.
 */
public enum SpecimenCard {
    /** 测试甲, a man born 1990-03-07, card without end. */
    TEST_JIA,
    /** 测试乙, a woman born 1988-08-08 with a residence permit (type J). */
    TEST_YI,
    /** SPECIMEN, ALEX, a man born 1980-01-02 with the foreigner card of 2017 (type I). */
    ALEX_2017,
    /** SPECIMEN, ALEX with the foreigner card of 2023 (type Y). */
    ALEX_2023,
    /** 测试丙, a man born 1995-05-05. */
    TEST_BING,
    /** 测试丁, a woman born 1997-07-16. */
    TEST_DING,
    /** 测试戊, a woman born 1988-02-29 whose card expired at the end of 2022. */
    TEST_WU,
    /** 测试己, a man born 1992-03-14. */
    TEST_JI;

    /** The card with its drawn portrait. */
    public CardImage image() {
        return CardImage.of(content(), portrait().block());
    }

    /** What is printed on the card. */
    public CardValues content() {
        return switch (this) {
            case TEST_JIA ->
                new CardValues.Resident(
                        "测试甲",
                        "1",
                        "01",
                        "19900307",
                        "示例市样本区测试路1号",
                        "110101199003070011",
                        "示例市公安局样本分局",
                        "20200101",
                        "长期");
            case TEST_YI ->
                new CardValues.Permit(
                        "测试乙",
                        "2",
                        "19880808",
                        "示例市样本区测试路2号",
                        "830000198808080025",
                        "示例市公安局",
                        "20190901",
                        "20240901",
                        "T12345678",
                        "01");
            case ALEX_2017 ->
                new CardValues.ForeignerOf2017(
                        "SPECIMEN, ALEX",
                        "1",
                        "USA110080010218",
                        "USA",
                        "样本",
                        "20180101",
                        "20280101",
                        "19800102",
                        "01",
                        "1500");
            case ALEX_2023 ->
                new CardValues.ForeignerOf2023(
                        "样本",
                        "1",
                        "00",
                        "19800102",
                        "SPECIMEN, ALEX",
                        "911840198001020019",
                        "20231201",
                        "20331201",
                        "USA");
            case TEST_BING -> resident("测试丙", "1", "19950505", "110101199505050037", "20200606", "20300606");
            case TEST_DING -> resident("测试丁", "2", "19970716", "11010119970716004X", "20190816", "20290816");
            case TEST_WU -> resident("测试戊", "2", "19880229", "110101198802290067", "20130101", "20221231");
            case TEST_JI -> resident("测试己", "1", "19920314", "11010119920314007X", "20180401", "20380401");
        };
    }

    private static CardValues resident(
            String name, String sex, String birth, String number, String from, String until) {
        return new CardValues.Resident(name, sex, "97", birth, "示例市样本区测试路3号", number, "示例市公安局样本分局", from, until);
    }

    private SpecimenPortrait portrait() {
        return switch (this) {
            case TEST_JIA -> new SpecimenPortrait(0xD8E4F0, 0xF0C8A0, 0x303030, 0x3060A0, 20);
            case TEST_YI -> new SpecimenPortrait(0xF0E8D8, 0xE8B890, 0x502818, 0xA03060, 44);
            case ALEX_2017, ALEX_2023 -> new SpecimenPortrait(0xE0F0E0, 0xF8D8B8, 0xC09040, 0x407040, 22);
            case TEST_BING -> new SpecimenPortrait(0xE8E8E8, 0xE0B080, 0x181818, 0x705030, 18);
            case TEST_DING -> new SpecimenPortrait(0xE8D8F0, 0xF8D0B0, 0x201010, 0x206060, 46);
            case TEST_WU -> new SpecimenPortrait(0xD8F0F0, 0xD8A878, 0x606060, 0x803080, 40);
            case TEST_JI -> new SpecimenPortrait(0xF0F0D0, 0xD0A070, 0x402010, 0x303050, 24);
        };
    }
}
