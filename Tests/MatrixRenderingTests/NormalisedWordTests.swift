import Testing

@testable import MatrixRendering

/// Values of the results in a Chinese sentence.
@Suite("Normalised values in Chinese words") struct NormalisedWordTests {
    @Test(arguments: [
        (">= 6 month", "不少于 6 个月"), ("<= 400 ml", "不超过 400 毫升"), ("<= 10000 CNY", "不超过 10000 元"),
        ("1000..5000 CNY", "1000至5000 元"),
        (">= 1 per year", "每年 不少于 1 次"), ("commanded, led", "指挥、带领"), ("regular", "定期"), ("2021-12-31", "2021-12-31"),
        (">= 1 per 2 year", ">= 1 per 2 year"), ("公安机关", "公安机关"), ("", ""),
    ])
    func aValueIsSaidOrStaysAsItIs(_ value: String, _ words: String) {
        #expect(NormalisedWords.chinese(value) == words)
    }

    @Test func yearsOfLifeAreNoYears() {
        #expect(NormalisedWords.chinese(">= 18 year", isAge: true) == "不少于 18 周岁")
    }
}
