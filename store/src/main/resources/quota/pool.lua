-- What a provider allows an organisation to ask of a model, as all workers know it together. The other scripts follow on
-- this one. Times are milliseconds of Redis's own clock, so workers' clocks do not matter. A dimension without a limit is
-- not held back. One pool lies under one hash tag: its state, what is in flight, who waits, and the owners' turns.
local STATE, FLIGHT, QUEUE, OWNERS = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local DIMENSIONS = { 'rpm', 'tpm', 'rpd', 'tpd' }
local WINDOW = { rpm = tonumber(ARGV[1]), tpm = tonumber(ARGV[1]), rpd = tonumber(ARGV[2]), tpd = tonumber(ARGV[2]) }
local OF_TOKENS = { rpm = false, tpm = true, rpd = false, tpd = true }

-- A plan of so few requests a day is one of 30 a minute, which no header tells: assumed until a refusal says otherwise.
local FREE_RPD, FREE_RPM = 20000, 30

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local pool = {}

local function limit(d) return pool[d .. '.limit'] end

local function left(d) return pool[d .. '.left'] end

local function set_left(d, amount) pool[d .. '.left'] = math.min(amount, limit(d)) end

-- Buckets refill evenly all the time and never beyond full.
local function load()
  local raw = redis.call('HGETALL', STATE)
  for i = 1, #raw, 2 do pool[raw[i]] = tonumber(raw[i + 1]) end
  local passed = math.max(0, now - (pool.at or now))
  pool.at = now
  for _, d in ipairs(DIMENSIONS) do
    if limit(d) then set_left(d, left(d) + passed * limit(d) / WINDOW[d]) end
  end
end

local function save()
  local flat = {}
  for name, value in pairs(pool) do
    flat[#flat + 1] = name
    flat[#flat + 1] = string.format('%.3f', value)
  end
  redis.call('HSET', STATE, unpack(flat))
  local kept = math.max(600000, 2 * WINDOW.tpd)
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, kept) end
end

-- A limit that has changed gives or takes the difference at once.
local function learn(d, new)
  if new <= 0 then return end
  local old = limit(d)
  pool[d .. '.limit'] = new
  if not old then
    pool[d .. '.left'] = new
  else
    set_left(d, left(d) + math.max(0, new - old))
  end
end

-- Takes from or, if negative, gives back to all buckets.
local function take(requests, tokens)
  for _, d in ipairs(DIMENSIONS) do
    if limit(d) then set_left(d, left(d) - (OF_TOKENS[d] and tokens or requests)) end
  end
end

local function split(text)
  local parts = {}
  for part in string.gmatch(text, '[^|]+') do parts[#parts + 1] = part end
  return parts
end

-- What workers go on with while Redis is away: limit and what is left of it, -1 where none is known.
local function known()
  local answer = {}
  for _, d in ipairs(DIMENSIONS) do
    answer[#answer + 1] = limit(d) and math.floor(limit(d)) or -1
    answer[#answer + 1] = limit(d) and math.floor(left(d)) or -1
  end
  answer[#answer + 1] = math.max(0, math.ceil((pool.blocked or 0) - now))
  answer[#answer + 1] = pool.seen or 0
  return answer
end
