using System.Runtime.InteropServices;

namespace Personalify.DevStack;

/// <summary>Turns Ctrl-C, a polite kill, a closed terminal and the death of whoever started this process into one cancellation.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals()
    {
        _registrations = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];
        if (OperatingSystem.IsLinux()) _ = Libc.ProcessControl(Libc.SetParentDeathSignal, Libc.SignalTerminate);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _source.Cancel();
    });
}
