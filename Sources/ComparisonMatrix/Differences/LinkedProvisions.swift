import ProvisionAlignment
import RegulationModel

/// Main links taken together where they share a provision: those of provisions that were split, merged, or both, which are
/// compared at once.
///
/// The surest links come first. One provision and all that answer it are compared at once, however many there are; where
/// several answer several, no more than a reader can follow. A link that would join more stands beside the groups: of it
/// the units that answer each other are shown, so that no provision is printed again and again.
struct LinkedProvisions {
    /// Links of each group, groups and links in the order of the links given.
    let groups: [[Link]]
    /// Links between provisions of different groups.
    let besides: [Link]

    /// Most provisions of each text that are compared at once, where both have several.
    private static let mostAtOnce = 4

    init(_ main: [Link]) {
        var chains: [Chain?] = []
        var place: (base: [EId: Int], other: [EId: Int]) = ([:], [:])
        var besides: [Int] = []
        let surest = main.indices.sorted { (-main[$0].score, $0) < (-main[$1].score, $1) }
        for index in surest {
            let link = main[index]
            let ends = (place.base[link.base], place.other[link.other])
            var joined = Chain(link, index)
            for end in Set([ends.0, ends.1].compactMap(\.self)) { chains[end].map { joined.join($0) } }
            if !joined.isReadable {
                guard ends.0 == nil || ends.1 == nil else {
                    besides.append(index)
                    continue
                }
                joined = Chain(link, index)
            } else {
                for end in Set([ends.0, ends.1].compactMap(\.self)) { chains[end] = nil }
            }
            chains.append(joined)
            for eId in joined.base { place.base[eId] = chains.count - 1 }
            for eId in joined.other { place.other[eId] = chains.count - 1 }
        }
        groups = chains.compactMap(\.self).map { $0.links.sorted() }.sorted { $0[0] < $1[0] }.map {
            $0.map { main[$0] }
        }
        self.besides = besides.sorted().map { main[$0] }
    }

    private struct Chain {
        var links: [Int]
        var base: Set<EId>
        var other: Set<EId>

        init(_ link: Link, _ index: Int) { (links, base, other) = ([index], [link.base], [link.other]) }

        mutating func join(_ chain: Chain) {
            links += chain.links
            base.formUnion(chain.base)
            other.formUnion(chain.other)
        }

        var isReadable: Bool { min(base.count, other.count) == 1 || max(base.count, other.count) <= mostAtOnce }
    }
}
