import RegulationModel

/// What an article of nearly every act is on, whatever the act's subject: its purpose, its scope, who administers it, when
/// it comes into force.
///
/// Such articles share no terms of their subject, and a drafter calls them by what they do (《立法技术规范（试行）（一）》 parts 3 and
/// 4). A row of them is named so.
struct StandardMatter: Sendable {
    let name: BilingualText
    /// Drafting words: each clue must be there.
    private let chinese: [Clue]
    private let english: [Clue]
    /// Longer articles are on more than this matter.
    private let longest: Int

    /// One of some words, in the first sentence or anywhere.
    private struct Clue: Sendable {
        let words: [String]
        let inOpening: Bool
        let begins: Bool
    }

    /// All matters, the surest first: an article is on the first that it shows.
    static let all: [StandardMatter] = [
        StandardMatter(
            "施行日期", "Entry into force", [anywhere("起施行|起实施|之日起生效"), begins("本条例|本办法|本规定|本规则|本细则|本法|本决定|自")],
            [
                anywhere(
                    "into force|into effect|take effect|takes effect|effective as of|effective from|effective on|become effective|becomes effective|come into operation|comes into operation|be implemented"
                ),
                begins(
                    "this|these|the act|the law|the regulations|the measures|the ordinance|except|regulations|effective|with the exception"
                ),
            ],
            longest: 160),
        StandardMatter(
            "立法目的和依据", "Purpose and basis", [begins("为|根据"), opening("制定本")],
            [
                begins(
                    "in order to|for the purpose|with a view to|these regulations are|these measures are|these rules are|this law is|this act is|this act has been|this statute is|this ordinance is|the purpose of this|the purposes of this"
                ),
                opening("formulated|enacted|adopted|purpose"),
                opening(
                    "in order to|for the purpose|with a view to|enacted to|is to|are to|purposes of|specifically enacted"
                ),
            ]),
        StandardMatter(
            "适用范围", "Scope", [anywhere("适用本条例|适用本办法|适用本规定|适用本规则|适用本细则|适用本法|适用于")],
            [
                opening(
                    "regulations apply|regulations shall apply|measures apply|measures shall apply|law applies|act applies|act shall apply|ordinance applies|statute applies|shall apply to"
                )
            ],
            longest: 400),
        StandardMatter(
            "实施细则", "Implementing rules",
            [opening("施行细则|实施细则|具体办法|实施办法"), opening("由"), opening("制定|定之|另行规定|规定")],
            [
                opening("enforcement rules|implementation rules|implementing rules|detailed rules"),
                opening("prescribed|stipulated|formulated|drafted|established|enacted|made|laid down|instituted|set"),
            ], longest: 80),
        StandardMatter(
            "主管机关", "Competent authorities", [opening("所称主管机关|主管机关：|主管机关为|主管机关是")],
            [
                opening("competent authorit"),
                opening("referred to|central government|for this act|under this act|of this act|mentioned"),
            ],
            longest: 200),
        StandardMatter(
            "定义", "Definitions", [opening("本条例所称|本办法所称|本规定所称|本规则所称|本细则所称|本法所称|用语的含义"), opening("指|包括|含义")],
            [
                opening(
                    "as used in|used in this|used in these|used herein|mentioned in these|mentioned in this act|referred to in these|for the purposes of these|for the purposes of this|for the purpose of this act|in this act,|in this ordinance,|following terms|definitions of"
                ),
                opening("refer|mean|definition|defined|as follows"),
            ]),
        StandardMatter(
            "适用其他法律、法规", "Other laws prevail", [opening("从其规定|依照其规定|依照有关法律"), opening("法律、|法律法规")],
            [opening("those provisions shall prevail|such provisions shall prevail|provisions shall apply")],
            longest: 160),
        StandardMatter(
            "工作人员的责任", "Liability of officials", [anywhere("滥用职权|玩忽职守|徇私舞弊")],
            [anywhere("abuse of power|abuse their power|abuses power|neglect|dereliction of duty|favoritism")],
            longest: 600),
        StandardMatter(
            "原则", "Principles", [opening("原则"), opening("坚持|遵循|实行|贯彻|应当按照")],
            [opening("principle"), opening("follow|adhere|uphold|implement|observe")], longest: 300),
        StandardMatter(
            "表彰和奖励", "Commendation and rewards",
            [opening("给予表彰|予以表彰|给予奖励|予以奖励|进行表彰|给予表扬|予以表扬|给予嘉奖|表彰和奖励制度|表彰奖励制度")],
            [
                opening(
                    "be commended|be rewarded|commend and reward|commended and rewarded|give commendation|give rewards|given commendation|given rewards|grant rewards|granted rewards|shall commend|shall reward|may commend|may reward"
                )
            ], longest: 160),
        StandardMatter(
            "投诉和举报", "Complaints and reports", [opening("举报|投诉"), opening("有权|鼓励|单位和个人|可以")],
            [opening("complain|report"), opening("right to|encourage|any unit|individual")], longest: 300),
        StandardMatter(
            "宣传教育", "Publicity and education", [opening("宣传"), opening("媒体|广播|普及|宣传教育|公益")],
            [opening("publicity"), opening("media|education|public interest")], longest: 400),
        StandardMatter(
            "经费保障", "Funds", [opening("经费|资金"), opening("预算"), opening("纳入|列入|列支|编入|财政预算|安排")],
            [
                opening("budget"), opening("fund|expen"),
                opening("include|incorporat|list|cover|arrange|allocat|fiscal"),
            ],
            longest: 300),
        StandardMatter(
            "政府职责", "Tasks of governments",
            [opening("人民政府应当|人民政府统一领导|人民政府领导"), opening("加强领导|的领导|组织领导|统一领导|社会发展规划|社会发展计划")],
            [opening("people's government|people’s government"), opening("leadership|development plan")]),
        StandardMatter(
            "部门职责", "Tasks of departments",
            [opening("部门|机关"), opening("负责本行政区域|负责本市|负责本省|负责全市|负责全省|负责本区|是本市|是本省|为本市|负责辖区")],
            [
                opening("department|organ"), opening("in charge of|responsible for"),
                opening("administrative region|province|city"),
            ]),
        StandardMatter(
            "参照适用", "Application by analogy", [opening("参照本|参照适用|参照执行")],
            [opening("with reference to these|by reference to these|mutatis mutandis")], longest: 160),
    ]

    private init(
        _ chineseName: String, _ englishName: String, _ chinese: [Clue], _ english: [Clue], longest: Int = .max
    ) {
        name = BilingualText(chinese: chineseName, english: englishName)
        self.chinese = chinese
        self.english = english
        self.longest = longest
    }

    private static func opening(_ words: String) -> Clue {
        Clue(words: words.split(separator: "|").map(String.init), inOpening: true, begins: false)
    }

    private static func begins(_ words: String) -> Clue {
        Clue(words: words.split(separator: "|").map(String.init), inOpening: true, begins: true)
    }

    private static func anywhere(_ words: String) -> Clue {
        Clue(words: words.split(separator: "|").map(String.init), inOpening: false, begins: false)
    }

    /// The matter of a provision, as an index into `all`; nil where it is on the subject of its act.
    static func index(of text: String, _ language: Language) -> Int? {
        let text = language == .english ? text.lowercased() : Self.simplified(text)
        let opening = text.prefix { !$0.isSentenceEnd }
        return all.firstIndex { $0.isShown(in: text, opening, language) }
    }

    private static func simplified(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(SimplifiedCharacters.simplified)))
    }

    private func isShown(in text: String, _ opening: Substring, _ language: Language) -> Bool {
        let length = language == .chinese ? text.count : text.count / Self.lettersPerCharacter
        guard length <= longest else { return false }
        return (language == .chinese ? chinese : english).allSatisfy { clue in
            clue.words.contains {
                if clue.begins { return opening.hasPrefix($0) }
                return clue.inOpening ? opening.contains($0) : text.contains($0)
            }
        }
    }

    /// An English text has about so many letters for each Chinese character.
    private static let lettersPerCharacter = 4
}

extension Character {
    fileprivate var isSentenceEnd: Bool { self == "。" || self == "." || self == "；" || self == ";" || isNewline }
}
