import Foundation
import Testing

@testable import ProvisionAlignment

@Suite("Elementary functions and grids") struct ElementaryTests {
    @Test(arguments: [1e-300, 1e-9, 0.05, 0.5, 1, 1.0000001, 2, 2.718281828, 10, 12345.678, 1e300])
    func logarithmIsThatOfTheLibrary(_ x: Double) {
        #expect(abs(Elementary.ln(x) - log(x)) <= 1e-13 * max(1, abs(log(x))))
    }

    @Test(arguments: [-700, -50, -1.5, -1e-9, 0, 0.3, 1, 20, 700])
    func exponentialIsThatOfTheLibrary(_ x: Double) {
        #expect(abs(Elementary.exp(x) - exp(x)) <= 1e-12 * exp(x))
    }

    @Test func aPairThatStandsOutHasTheLargestMargin() {
        var grid = Grid(rows: 6, columns: 6, filledWith: 0.2)
        for index in 0..<6 { grid[index, index] = 0.8 }
        grid[0, 1] = 0.7
        let margins = grid.margins()
        #expect(margins[3, 3] > margins[0, 0])
        #expect(margins[3, 3] > 2 && margins[3, 4] < 1)
        #expect(margins.mutualRatios()[3, 3] == 1)
    }

    @Test func turningAGridTurnsItsMargins() {
        var grid = Grid(rows: 2, columns: 3)
        for index in grid.values.indices { grid.values[index] = Float(index * index % 7) / 7 }
        #expect(grid.transposed.transposed == grid)
        #expect(grid.transposed.mutualRatios() == grid.mutualRatios().transposed)
    }

    @Test func aWayIsAsSureAsItsStepsTogether() {
        var first = Grid(rows: 1, columns: 2)
        first.values = [0.8, 0.5]
        var second = Grid(rows: 2, columns: 1)
        second.values = [0.5, 0.9]
        #expect(abs(first.composed(with: second)[0, 0] - 0.45) < 1e-6)
    }

    @Test func onlyANearTranslationCarries() {
        var sure = Grid(rows: 2, columns: 2)
        sure.values = [0.98, 0, 0, 0.98]
        var weak = sure
        weak.values = [0.9, 0, 0, 0.3]
        let doubtful = Grid(rows: 2, columns: 2, filledWith: 0.1)
        #expect(NearTranslation(across: sure, way: sure).raise(doubtful)[0, 0] == 0.98)
        #expect(NearTranslation(across: sure, way: sure).raise(doubtful)[0, 1] == 0.1)
        #expect(NearTranslation(across: weak, way: sure).weight == 0)
    }
}
