package org.tonewire.signaling.cluster.redis;

/// What has to happen in Redis at once, as scripts. The time is that of Redis, so that the clocks
/// of the servers may differ. Those that keep a cluster together are allowed while the memory of
/// Redis is full; those that store rooms are not.
final class RedisScripts {
    private static final String ALLOW_OOM = "#!lua flags=allow-oom\n";

    private static final String NOW =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    private static final String LIVES =
            """
            local function lives(node)
              local ends = redis.call('ZSCORE', KEYS[1], node)
              return ends and tonumber(ends) > now
            end
            """;

    /// Keys: nodes, id. Arguments: node, lease. Renews the lease of the node and of its id. Answers
    /// whether it was still valid, then the other nodes that live, each with the rest of its lease.
    static final String BEAT =
            ALLOW_OOM
                    + NOW
                    + LIVES
                    + """
                    local renewed = lives(ARGV[1]) and '1' or '0'
                    redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
                    redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
                    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 60000)
                    local answer = {renewed}
                    local alive = redis.call(
                      'ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf', 'WITHSCORES')
                    for i = 1, #alive, 2 do
                      if alive[i] ~= ARGV[1] then
                        answer[#answer + 1] = alive[i]
                        answer[#answer + 1] = tostring(tonumber(alive[i + 1]) - now)
                      end
                    end
                    return answer
                    """;

    /// Keys: nodes, id. Arguments: node, lease. Begins the lease of a node, unless its id or its
    /// number is taken.
    static final String BEGIN =
            ALLOW_OOM
                    + NOW
                    + LIVES
                    + """
                    if lives(ARGV[1]) then return 'number' end
                    if not redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
                      return 'id'
                    end
                    redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
                    return 'ok'
                    """;

    /// Keys: nodes, id. Arguments: node.
    static final String LEAVE =
            ALLOW_OOM
                    + """
                    redis.call('ZREM', KEYS[1], ARGV[1])
                    if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
                    return 'ok'
                    """;

    /// Keys: nodes. Arguments: node. Whether it lives.
    static final String LIVES_NOW =
            ALLOW_OOM + NOW + LIVES + "return lives(ARGV[1]) and '1' or '0'\n";

    /// Keys: nodes, room. Arguments: node, time to keep the room. Makes the node the home of the
    /// room, unless a node that lives is it. Answers home and epoch, and what is stored of the room
    /// if the node is the home; nothing if the lease of the node has ended.
    static final String CLAIM =
            NOW
                    + LIVES
                    + """
                    if not lives(ARGV[1]) then return {} end
                    local room = redis.call('HMGET', KEYS[2], 'home', 'epoch', 'record')
                    local home, epoch = room[1], tonumber(room[2] or '0')
                    if home and home ~= ARGV[1] and lives(home) then
                      return {home, tostring(epoch)}
                    end
                    if home ~= ARGV[1] then epoch = epoch + 1 end
                    redis.call('HSET', KEYS[2], 'home', ARGV[1], 'epoch', epoch)
                    redis.call('PEXPIRE', KEYS[2], ARGV[2])
                    return {ARGV[1], tostring(epoch), room[3] or ''}
                    """;

    /// Keys: room, rooms. Arguments: node, epoch, record, time to keep it, entry of the list, name.
    /// Stores the room unless another node is its home by a higher epoch, or by the same and a
    /// higher number. Answers home and epoch, and the home before if it was another one.
    static final String WRITE =
            NOW
                    + """
                    local room = redis.call('HMGET', KEYS[1], 'home', 'epoch')
                    local home, epoch = room[1], tonumber(room[2] or '0')
                    local mine = tonumber(ARGV[2])
                    if home and home ~= ARGV[1]
                      and (epoch > mine or (epoch == mine and tonumber(home) > tonumber(ARGV[1]))) then
                      return {home, tostring(epoch)}
                    end
                    redis.call('HSET', KEYS[1], 'home', ARGV[1], 'epoch', ARGV[2],
                      'record', ARGV[3], 'list', ARGV[5])
                    redis.call('PEXPIRE', KEYS[1], ARGV[4])
                    redis.call('ZADD', KEYS[2], now + ARGV[4], ARGV[6])
                    if home and home ~= ARGV[1] then return {ARGV[1], ARGV[2], home} end
                    return {ARGV[1], ARGV[2]}
                    """;

    private static final String IF_MINE =
            """
            local room = redis.call('HMGET', KEYS[1], 'home', 'epoch')
            if room[1] ~= ARGV[1] or room[2] ~= ARGV[2] then return 'no' end
            """;

    /// Keys: room, rooms. Arguments: node, epoch, name. Removes the room, if the node is its home.
    static final String RELEASE =
            ALLOW_OOM
                    + IF_MINE
                    + "redis.call('DEL', KEYS[1])\nredis.call('ZREM', KEYS[2], ARGV[3])\nreturn 'ok'\n";

    /// Keys: room. Arguments: node, epoch, other node. Makes another node the home.
    static final String GIVE =
            ALLOW_OOM
                    + IF_MINE
                    + """
                    redis.call('HSET', KEYS[1], 'home', ARGV[3], 'epoch', tonumber(ARGV[2]) + 1)
                    return 'ok'
                    """;

    /// Keys: nodes, rooms. Arguments: begin of the keys of rooms, most. Answers the entries of the
    /// list of rooms whose homes live.
    static final String LIST =
            ALLOW_OOM
                    + NOW
                    + LIVES
                    + """
                    redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
                    local answer = {}
                    for _, name in ipairs(redis.call('ZRANGE', KEYS[2], 0, ARGV[2] - 1)) do
                      local room = redis.call('HMGET', ARGV[1] .. name, 'home', 'list')
                      if room[1] and room[2] and lives(room[1]) then
                        answer[#answer + 1] = room[2]
                      end
                    end
                    return answer
                    """;

    private RedisScripts() {}
}
