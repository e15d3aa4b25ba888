// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "duizhao",
    products: [
        .library(name: "Duizhao", targets: ["Duizhao"]),
        .executable(name: "duizhao", targets: ["duizhao-cli"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "RegulationModel", swiftSettings: strict),
        .target(
            name: "RegulationParser", dependencies: ["RegulationModel", "CLibXML2", "CLibZip"], swiftSettings: strict),
        .target(name: "CLexicon", exclude: ["lexicon.bin"]),
        .target(name: "ProvisionAlignment", dependencies: ["RegulationModel", "CLexicon"], swiftSettings: strict),
        .target(name: "ProvisionDiff", dependencies: ["RegulationModel"], swiftSettings: strict),
        .target(
            name: "ComparisonMatrix", dependencies: ["RegulationModel", "ProvisionAlignment", "ProvisionDiff"],
            swiftSettings: strict),
        .target(
            name: "MatrixRendering",
            dependencies: [
                "RegulationModel", "ProvisionAlignment", "ProvisionDiff", "ComparisonMatrix", "CLibXML2", "CLibZip",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")],
            swiftSettings: strict),
        .target(
            name: "Duizhao",
            dependencies: [
                "RegulationModel", "RegulationParser", "ProvisionAlignment", "ProvisionDiff", "ComparisonMatrix",
                "MatrixRendering", "CNettle", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "duizhao-cli",
            dependencies: ["Duizhao", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .executableTarget(
            name: "lexicon-trainer",
            dependencies: ["ProvisionAlignment", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .testTarget(name: "RegulationModelTests", dependencies: ["RegulationModel"], swiftSettings: strict),
        .testTarget(
            name: "RegulationParserTests", dependencies: ["RegulationModel", "RegulationParser", "CLibZip"],
            swiftSettings: strict),
        .testTarget(
            name: "ProvisionDiffTests", dependencies: ["RegulationModel", "RegulationParser", "ProvisionDiff"],
            swiftSettings: strict),
        .testTarget(
            name: "ComparisonMatrixTests",
            dependencies: [
                "RegulationModel", "RegulationParser", "ProvisionAlignment", "ComparisonMatrix",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MatrixRenderingTests",
            dependencies: [
                "RegulationModel", "RegulationParser", "ProvisionAlignment", "ProvisionDiff", "ComparisonMatrix",
                "MatrixRendering", "CNettle",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DuizhaoTests", dependencies: ["Duizhao", "duizhao-cli", "ProvisionDiff"], swiftSettings: strict),
        .testTarget(
            name: "ProvisionAlignmentTests",
            dependencies: ["RegulationModel", "RegulationParser", "ProvisionAlignment", "CLexicon", "lexicon-trainer"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
