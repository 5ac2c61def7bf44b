using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>What one poll has counted so far.</summary>
internal sealed class PollCount
{
    public long Rows { get; set; }

    public long? StatedTotal { get; set; }

    public long People { get; private set; }

    public long Changed { get; private set; }

    public void Add(Sighting sighting)
    {
        if (sighting is not Sighting.Repeated) People++;
        if (sighting is Sighting.Changed or Sighting.New) Changed++;
    }
}
