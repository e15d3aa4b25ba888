import ProvisionAlignment
import RegulationModel

/// A regulation made from a few lines, without a parser.
///
/// `# …` is a chapter heading, `12 …` begins article 12, `- …` is a point of the paragraph above, any other line is a
/// further paragraph of the article.
struct SampleRegulation {
    private let source: SourceText
    private var articles: [Provision] = []
    private var headings: [(text: ByteSpan, first: Int)] = []
    private var number = 0
    private var paragraphs: [(text: ByteSpan, points: [ByteSpan])] = []

    static func make(_ id: String, _ language: Language, _ text: String) -> Regulation {
        var sample = SampleRegulation(source: SourceText(name: id, bytes: Array(text.utf8)))
        sample.read()
        return sample.regulation(id, language)
    }

    private init(source: SourceText) { self.source = source }

    private mutating func read() {
        for index in 0..<source.lineCount {
            let end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] - 1 : source.bytes.count
            read(ByteSpan(source.lineStarts[index], end))
        }
        closeArticle()
    }

    private mutating func read(_ span: ByteSpan) {
        let line = source.string(span)
        if line.hasPrefix("# ") {
            closeArticle()
            headings.append((ByteSpan(span.start + 2, span.end), articles.count))
        } else if line.hasPrefix("- ") {
            paragraphs[paragraphs.count - 1].points.append(ByteSpan(span.start + 2, span.end))
        } else if let first = line.split(separator: " ").first, let value = Int(first) {
            closeArticle()
            number = value
            paragraphs = [(ByteSpan(span.start + first.utf8.count + 1, span.end), [])]
        } else if !line.isEmpty {
            paragraphs.append((span, []))
        }
    }

    private mutating func closeArticle() {
        guard !paragraphs.isEmpty else { return }
        let eId = EId("art_\(number)")
        let children = paragraphs.enumerated().map { position, paragraph in
            let own = eId.child(.paragraph, ProvisionNumber(position + 1))
            let points = paragraph.points.enumerated().map { place, span in
                let pointNumber = ProvisionNumber(place + 1)
                return Provision(
                    level: .point, eId: own.child(.point, pointNumber), number: pointNumber, mark: nil, span: span,
                    text: [span])
            }
            return Provision(
                level: .paragraph, eId: own, number: ProvisionNumber(position + 1), mark: nil, span: paragraph.text,
                text: [paragraph.text], children: points)
        }
        articles.append(
            Provision(
                level: .article, eId: eId, number: ProvisionNumber(number), mark: nil, span: children[0].span,
                children: children))
        paragraphs = []
    }

    private func regulation(_ id: String, _ language: Language) -> Regulation {
        let groupings = headings.enumerated().map { index, heading in
            let end = index + 1 < headings.count ? headings[index + 1].first : articles.count
            return Grouping(
                level: .chapter, eId: EId("chp_\(index + 1)"), number: ProvisionNumber(index + 1), mark: heading.text,
                heading: heading.text, span: heading.text, parent: nil, articles: heading.first..<end)
        }
        return Regulation(
            id: id, source: source, title: id, titleSpan: nil, language: language, authority: .act,
            completeness: Completeness(.whole, proof: []), documentNumber: nil, dates: RegulationDates(), repeals: [],
            groupings: groupings, articles: articles, sections: [], parts: [], diagnostics: [])
    }
}

/// Small acts on one subject: two in Chinese in another order, one in English, and the terms that join them.
enum SampleActs {
    static let harbour = SampleRegulation.make(
        "harbour", .chinese,
        """
        # 总则
        1 为了规范犬只管理，保障公民人身安全，根据有关法律，结合本市实际，制定本条例。
        2 本市行政区域内犬只的饲养、经营和管理，适用本条例。
        # 登记
        3 饲养犬只应当办理登记。养犬人应当具备下列条件：
        - 年满十八周岁；
        - 有固定住所；
        - 住所在禁养区以外。
        4 养犬人应当每年为犬只接种狂犬病疫苗。
        # 法律责任
        5 违反本条例规定，未办理登记的，由公安机关责令改正，处五百元罚款。
        6 本条例自公布之日起施行。
        """)
    static let river = SampleRegulation.make(
        "river", .chinese,
        """
        1 为加强养犬管理，维护公共安全，根据法律、法规，结合本市实际，制定本办法。
        2 犬只应当按照规定接种狂犬病疫苗，养犬人每年办理一次。
        3 个人养犬应当符合下列条件并办理登记：
        - 有固定住所；
        - 年满十八周岁。
        4 犬只伤人的，养犬人应当立即将伤者送医疗机构诊治。
        5 未办理登记饲养犬只的，由公安机关处一千元罚款。
        6 本办法自公布之日起施行。
        """)
    static let lake = SampleRegulation.make(
        "lake", .english,
        """
        1 In order to regulate dog keeping and protect public safety, these Measures are formulated.
        2 Dog owners shall have their dogs vaccinated against rabies every year.
        3 A dog owner who registers a dog shall meet the following conditions:
        - having a fixed residence;
        - being at least 18 years of age.
        4 Whoever keeps a dog without registration shall be fined 1,000 yuan by the public security organ.
        5 These Measures shall come into force on the date of promulgation.
        """)
    static let terms = TermTable(
        parsing: """
            zh\ten\tfield
            犬只\tdog | dogs\tanimals
            养犬人\tdog owner | dog keeper\tanimals
            养犬\tdog keeping | keep a dog\tanimals
            狂犬病\trabies\thealth
            疫苗\tvaccine | vaccinated\thealth
            登记\tregistration | register\tgeneral
            固定住所\tfixed residence\tgeneral
            下列条件\tfollowing conditions\tgeneral
            公安机关\tpublic security organ\tpolice
            罚款\tfine | fined\tsanction
            公共安全\tpublic safety\tgeneral
            施行\tcome into force\tgeneral
            公布\tpromulgation\tgeneral
            """)
    static let all = [harbour, river, lake]
}
