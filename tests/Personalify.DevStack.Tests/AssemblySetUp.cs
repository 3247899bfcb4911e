// Whole stacks prefer the same ports, the ones people know; two that start at the same instant would take each other's.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
