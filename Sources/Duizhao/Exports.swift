// What a program sees that imports Duizhao: the model, the results and the formats.
@_exported import ComparisonMatrix
@_exported import MatrixRendering
@_exported import ProvisionAlignment
@_exported import ProvisionDiff
@_exported import RegulationModel
@_exported import RegulationParser
