-- wrk -s post.lua URL -- FILE [AUTHORIZATION]: posts the bodies of the file, one JSON document a line, in turn; prints its figures as one line of JSON.
local requests, next = {}, 0

function init(args)
  local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json", ["Authorization"] = args[2] }
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, line)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format('{"requests":%d,"microseconds":%d,"p50":%d,"p95":%d,"p99":%d,"longest":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout))
end
