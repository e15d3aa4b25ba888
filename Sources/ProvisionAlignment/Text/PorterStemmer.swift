/// English stems, so that "recruit", "recruited" and "recruitment" match.
///
/// Source of the rules: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130–137, without the
/// later changes.
package enum PorterStemmer {
    /// The stem of a word in lower case. Words of fewer than three letters, and words with anything but the letters
    /// a–z, stay as they are.
    package static func stem(_ word: String) -> String {
        var letters = Array(word.utf8)
        toStem(&letters)
        return String(decoding: letters, as: UTF8.self)
    }

    /// Turns the UTF-8 of a word into that of its stem.
    static func toStem(_ letters: inout [UInt8]) {
        guard letters.count > 2, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
        var stem = Stem(letters: letters)
        letters = []
        stem.stripPlural()
        stem.stripPast()
        stem.replaceFinalY()
        stem.replace(secondStep)
        stem.replace(thirdStep)
        stem.stripLongSuffix()
        stem.tidy()
        letters = stem.letters
    }

    /// Step 2; longer suffixes stand before those they end with.
    private static let secondStep: [Stem.Rule] = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
        ("alli", "al"), ("entli", "ent"), ("ousli", "ous"), ("eli", "e"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"),
    ]

    /// Step 3.
    private static let thirdStep: [Stem.Rule] = [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]
}

/// A word on its way to its stem.
private struct Stem {
    typealias Rule = (suffix: StaticString, replacement: StaticString)

    var letters: [UInt8]

    /// Step 4; longer suffixes stand before those they end with.
    private static let longSuffixes: [StaticString] = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive",
        "ize", "al", "er", "ic", "ou",
    ]

    /// Step 1a.
    mutating func stripPlural() {
        if ends("sses") || ends("ies") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss") {
            letters.removeLast()
        }
    }

    /// Step 1b.
    mutating func stripPast() {
        if ends("eed") {
            if measure(letters.dropLast(3)) > 0 { letters.removeLast() }
            return
        }
        let length = ends("ed") ? 2 : ends("ing") ? 3 : 0
        guard length > 0, hasVowel(letters.dropLast(length)) else { return }
        letters.removeLast(length)
        if ends("at") || ends("bl") || ends("iz") {
            letters.append(UInt8(ascii: "e"))
        } else if endsInDouble(letters[...]), !ends("l"), !ends("s"), !ends("z") {
            letters.removeLast()
        } else if measure(letters[...]) == 1, endsInShortSyllable(letters[...]) {
            letters.append(UInt8(ascii: "e"))
        }
    }

    /// Step 1c.
    mutating func replaceFinalY() {
        guard ends("y"), hasVowel(letters.dropLast()) else { return }
        letters[letters.count - 1] = UInt8(ascii: "i")
    }

    /// Steps 2 and 3: the first suffix that fits is replaced where a syllable stands before it.
    mutating func replace(_ rules: [Rule]) {
        for rule in rules where ends(rule.suffix) {
            let length = rule.suffix.utf8CodeUnitCount
            guard measure(letters.dropLast(length)) > 0 else { return }
            letters.removeLast(length)
            rule.replacement.withUTF8Buffer { letters.append(contentsOf: $0) }
            return
        }
    }

    /// Step 4.
    mutating func stripLongSuffix() {
        for suffix in Self.longSuffixes where ends(suffix) {
            let rest = letters.dropLast(suffix.utf8CodeUnitCount)
            guard measure(rest) > 1 else { return }
            let isIon = suffix.withUTF8Buffer { $0.elementsEqual("ion".utf8) }
            if isIon, rest.last != UInt8(ascii: "s"), rest.last != UInt8(ascii: "t") { return }
            letters.removeLast(suffix.utf8CodeUnitCount)
            return
        }
    }

    /// Step 5.
    mutating func tidy() {
        if ends("e") {
            let rest = letters.dropLast()
            let measure = measure(rest)
            if measure > 1 || (measure == 1 && !endsInShortSyllable(rest)) { letters.removeLast() }
        }
        if ends("ll"), measure(letters[...]) > 1 { letters.removeLast() }
    }

    private func ends(_ suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { ends($0) }
    }

    private func ends(_ suffix: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = letters.count - suffix.count
        guard start >= 0 else { return false }
        var place = suffix.count - 1
        while place >= 0 {
            if letters[start + place] != suffix[place] { return false }
            place -= 1
        }
        return true
    }

    private func isConsonant(_ index: Int) -> Bool {
        switch letters[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    /// How often a vowel is followed by a consonant: the m of the paper.
    private func measure(_ part: ArraySlice<UInt8>) -> Int {
        var measure = 0
        var isAfterVowel = false
        for index in part.indices {
            let isConsonant = isConsonant(index)
            if isConsonant, isAfterVowel { measure += 1 }
            isAfterVowel = !isConsonant
        }
        return measure
    }

    private func hasVowel(_ part: ArraySlice<UInt8>) -> Bool { part.indices.contains { !isConsonant($0) } }

    private func endsInDouble(_ part: ArraySlice<UInt8>) -> Bool {
        part.count > 1 && part[part.endIndex - 1] == part[part.endIndex - 2] && isConsonant(part.endIndex - 1)
    }

    /// Consonant, vowel, consonant other than w, x, y: the *o of the paper.
    private func endsInShortSyllable(_ part: ArraySlice<UInt8>) -> Bool {
        guard part.count > 2, let last = part.last, !"wxy".utf8.contains(last) else { return false }
        let end = part.endIndex
        return isConsonant(end - 1) && !isConsonant(end - 2) && isConsonant(end - 3)
    }
}
