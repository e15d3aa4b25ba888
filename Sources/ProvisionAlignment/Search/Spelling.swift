/// One spelling for words that British and American English write in two ways, so that either finds the other.
enum Spelling {
    /// Beginnings of words that are written otherwise, British first.
    private static let beginnings: [(british: String, american: String)] = [
        ("licence", "license"), ("practis", "practic"), ("defence", "defense"), ("offence", "offense"),
        ("pretence", "pretense"), ("behaviour", "behavior"), ("labour", "labor"), ("favour", "favor"),
        ("honour", "honor"), ("colour", "color"), ("harbour", "harbor"), ("neighbour", "neighbor"),
        ("endeavour", "endeavor"), ("vapour", "vapor"), ("odour", "odor"), ("humour", "humor"), ("centre", "center"),
        ("metre", "meter"), ("kilometre", "kilometer"), ("centimetre", "centimeter"), ("litre", "liter"),
        ("millilitre", "milliliter"), ("theatre", "theater"), ("fibre", "fiber"), ("programme", "program"),
        ("cheque", "check"), ("fulfilment", "fulfillment"), ("enrolment", "enrollment"), ("instalment", "installment"),
        ("judgement", "judgment"), ("catalogue", "catalog"), ("storey", "story"), ("kerb", "curb"), ("tyre", "tire"),
        ("plough", "plow"), ("ageing", "aging"), ("counsellor", "counselor"), ("jewellery", "jewelry"),
        ("aluminium", "aluminum"), ("paediatric", "pediatric"), ("haemo", "hemo"), ("anaesthe", "anesthe"),
    ]
    /// Words in which the s before an ending is no z in America.
    private static let keepS: [String] = [
        "exercis", "advis", "revis", "supervis", "promis", "premis", "franchis", "compris", "compromis", "surpris",
        "disguis", "enterpris", "expertis", "advertis", "merchandis", "televis", "devis", "excis", "precis", "concis",
        "treatis", "otherwis", "likewis", "improvis", "appris", "circumcis", "demis", "despis", "rais", "prais", "pois",
        "nois", "cruis", "brais", "bruis", "rais", "apprais",
    ]
    private static let endings: [(british: String, american: String)] = [
        ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"),
        ("ising", "izing"), ("yse", "yze"), ("ysed", "yzed"), ("elled", "eled"), ("elling", "eling"),
        ("eller", "eler"), ("ellers", "elers"),
    ]
    /// Shorter words are other words: wise, rise, seller.
    private static let shortest = 7

    /// The American spelling of a word in small letters.
    static func american(_ word: String) -> String {
        for (british, american) in beginnings where word.hasPrefix(british) {
            return american + word.dropFirst(british.count)
        }
        guard word.utf8.count >= shortest else { return word }
        for (british, american) in endings where word.hasSuffix(british) {
            let stem = word.dropLast(british.count)
            guard !keepS.contains(where: { (stem + "is").hasSuffix($0) }) else { return word }
            return stem + american
        }
        return word
    }
}
