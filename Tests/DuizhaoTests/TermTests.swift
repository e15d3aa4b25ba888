import Duizhao
import Foundation
import Testing

/// Terms with their attested renderings.
@Suite("Terms") struct TermTests {
    private var list: TermList { get throws { try StudyTests.made.get().guide.glossary } }

    @Test func everyFormIsQuotedFromItsPlace() throws {
        let list = try list
        #expect(list.terms.count > 200)
        for term in list.terms {
            for form in [term.name] + term.renderings {
                for place in form.places {
                    let text = try #require(list.columns.first { $0.id == place.witness }).regulation
                    let provision = try #require(text.provision(at: place.first.provision), "\(form.text)")
                    #expect(place.first.spans.allSatisfy { provision.span.contains($0) }, "\(form.text)")
                    #expect(place.count > 0 && !list.text(of: place.first).isEmpty)
                    #expect(text.language == form.language)
                }
                #expect(form.places.first.map { list.text(of: $0.first) } == form.text)
            }
        }
    }

    @Test func oneTermRenderedSeveralWaysInOneTextIsMarkedForThatText() throws {
        let list = try list
        let term = try #require(list.terms.first { $0.name.text == "警务辅助人员" })
        #expect(term.origins.isSuperset(of: [.title, .definition, .table]))
        #expect(term.inconsistent == ["jiangsu", "jilin", "shandong"])
        let forms = Set(term.renderings.map { $0.text.lowercased() })
        #expect(forms.isSuperset(of: ["police auxiliary personnel", "police assistants", "auxiliary police officers"]))
        let organ = try #require(list.terms.first { $0.name.text == "公安机关" })
        #expect(!organ.inconsistent.contains("jiangsu"))
        for term in list.terms {
            for text in list.columns.map(\.id) {
                let ways = term.renderings.count { form in form.places.contains { $0.witness == text } }
                #expect(term.inconsistent.contains(text) == (ways > 1))
            }
        }
    }

    @Test func wordsOfTheSubjectStandFirst() throws {
        let terms = try list.terms
        let last = try #require(terms.lastIndex { $0.isOfSubject })
        #expect(terms[...last].allSatisfy { $0.isOfSubject })
    }

    @Test func everyFormatHoldsEveryRendering() throws {
        let list = try list
        let rows = render(list, as: .tsv).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let records = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(records.allSatisfy { $0.count == records[0].count })
        let places = list.terms.flatMap { [$0.name] + $0.renderings }.reduce(0) { $0 + $1.places.count }
        #expect(records.count == places + 1)
        let memory = render(list, as: .tmx)
        #expect(memory.components(separatedBy: "<tu ").count == list.terms.reduce(1) { $0 + $1.renderings.count })
        #expect(render(list, as: .html).contains("police assistants"))
    }

    @Test func textsOfOneLanguageListFormsThatStandForEachOther() throws {
        func act(_ word: String, _ name: String) -> Witness {
            let text = """
                某市养犬管理办法
                第一条 为了规范养犬行为，制定本办法。
                第二条 \(word)应当为犬只办理登记，并按照规定免疫。
                第三条 \(word)不得携带犬只进入商场、医院和学校。
                第四条 \(word)应当及时清除犬只排泄的粪便。
                第五条 本办法自2020年1月1日起施行。
                """
            return StandaloneText.witness(Array(text.utf8), name: name)
        }
        let comparison = Comparison([act("养犬人", "a.txt"), act("犬主", "b.txt")], base: 0, corpus: nil)
        let terms = comparison.terms(comparison.differences).terms.filter { $0.origins.contains(.substitution) }
        #expect(!terms.isEmpty)
        #expect(terms.allSatisfy { !$0.renderings.isEmpty && $0.name.language == .chinese })
    }

    @Test func termsWhoseMeaningATextSaysAreDefined() throws {
        let text = """
            某市生活垃圾管理条例
            第一条 为了管理，制定本条例。
            第二条 本条例所称生活垃圾，是指日常生活中产生的废物。本条例所称的管理人（以下称责任人），是指物业等单位，是指其负责人。
            第三条 区、县（市）城管部门（以下简称区、县（市）部门）负责管理，主要是指检查。
            第四条 本条例下列用语的含义：
            （一）可回收物，是指适宜回收的废物；
            （二）有害垃圾是指对健康有害的废物；
            （三）收集、运输时，是指作业时。
            第五条 本条例自2020年1月1日起施行。
            """
        let witness = StandaloneText.witness(Array(text.utf8), name: "a.txt")
        let comparison = Comparison([witness], base: 0, corpus: nil)
        let names = comparison.terms(comparison.differences).terms.map(\.name.text)
        #expect(Set(names) == ["生活垃圾", "管理人", "责任人", "区、县（市）部门", "可回收物", "有害垃圾"])
    }

    @Test func moreOrLessOfAFormIsNoOtherForm() throws {
        func act(_ word: String, _ place: String) -> Witness {
            let text = """
                某市养犬管理办法
                第一条 为了规范养犬行为，制定本办法。
                第二条 \(place)行政区域内，\(word)场所应当为犬只办理登记，并按照规定免疫。
                第三条 \(place)范围内，\(word)场所不得允许犬只进入商场、医院和学校。
                第四条 \(place)境内，\(word)场所应当及时清除犬只排泄的粪便。
                第五条 本办法自2020年1月1日起施行。
                """
            return StandaloneText.witness(Array(text.utf8), name: "\(word).txt")
        }
        let comparison = Comparison([act("集中饲养", "本省"), act("集中", "本市")], base: 0, corpus: nil)
        let terms = comparison.terms(comparison.differences).terms.filter { $0.origins.contains(.substitution) }
        #expect(terms.map(\.name.text) == [])
    }

    @Test func hostileWordsStayWords() throws {
        let text = "第一条 甲\t乙（以下简称“=cmd|<script>”）应当登记。\n第二条 完。\n"
        let witness = StandaloneText.witness(Array(text.utf8), name: "x.txt")
        let comparison = Comparison([witness], base: 0, corpus: nil)
        let list = comparison.terms(comparison.differences)
        #expect(list.terms.map(\.name.text) == ["=cmd|<script>"])
        #expect(render(list, as: .tsv).contains("'=cmd|<script>"))
        // The page has one script: its own.
        #expect(render(list, as: .html).components(separatedBy: "<script").count == 2)
    }
}
