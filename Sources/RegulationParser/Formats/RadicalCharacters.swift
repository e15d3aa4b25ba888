import RegulationModel

/// Characters of the radical blocks that stand for ideographs: ⼈ for 人, as files printed by some programs give their text
/// back. Each has as many bytes as what it stands for, so that nothing moves.
struct RadicalCharacters {
    /// U+2F00 to U+2FD5 in order (Unicode 16, compatibility decompositions).
    private static let kangxi = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女"
            + "子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠"
            + "止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸"
            + "禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕"
            + "豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟"
            + "鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
    /// Those of the supplement that printed texts hold (Unicode 16, EquivalentUnifiedIdeograph).
    private static let supplement: [UInt32: Unicode.Scalar] = [
        0x2E9F: "母", 0x2EA0: "民", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC9: "贝", 0x2ECB: "车", 0x2ED3: "长",
        0x2ED4: "门", 0x2ED8: "青", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EE2: "马", 0x2EE3: "骨",
        0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿",
        0x2EF0: "龙", 0x2EF3: "龟",
    ]

    /// Radicals whose printed sign is that of another character in simplified fonts.
    private static let simplified: [UInt32: Unicode.Scalar] = [0x2F3E: "户", 0x2FAD: "青"]

    private static func ideograph(_ value: UInt32, isTraditional: Bool) -> Unicode.Scalar? {
        if !isTraditional, let simplified = simplified[value] { return simplified }
        return (0x2F00...0x2FD5).contains(value) ? kangxi[Int(value) - 0x2F00] : supplement[value]
    }

    /// The text with ideographs in their place, and a finding that says so; nil where it holds none.
    static func replaced(in text: ExtractedText, isTraditional: Bool) -> ExtractedText? {
        var result = text
        var count = 0
        var first: (span: ByteSpan, radical: Unicode.Scalar, ideograph: Unicode.Scalar)?
        var index = 0
        while index + 2 < result.bytes.count {
            guard result.bytes[index] == 0xE2, (0xBA...0xBF).contains(result.bytes[index + 1]) else {
                index += 1
                continue
            }
            let value =
                UInt32(0x2000) | UInt32(result.bytes[index + 1] & 0x3F) << 6 | UInt32(result.bytes[index + 2] & 0x3F)
            if let ideograph = ideograph(value, isTraditional: isTraditional), let radical = Unicode.Scalar(value) {
                first = first ?? (ByteSpan(index, index + 3), radical, ideograph)
                count += 1
                result.bytes.replaceSubrange(index..<index + 3, with: Array(String(ideograph).utf8))
            }
            index += 3
        }
        guard let first else { return nil }
        let named = "“\(first.radical)” (U+\(String(first.radical.value, radix: 16, uppercase: true)))"
        let message =
            count == 1
            ? "\(named) is the sign of a radical; it was read as “\(first.ideograph)”."
            : "\(named) and \(count - 1) more are signs of radicals; they were read as the ideographs they stand for "
                + "(“\(first.ideograph)”)."
        result.findings.append(Diagnostic(.textRadical, first.span, message))
        return result
    }
}
