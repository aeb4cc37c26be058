package org.tonewire.signaling.server;

import org.junit.jupiter.api.Test;

/// Each client family against the server, byte by byte.
final class DialectsTest {
    @Test
    void anEnvelopeClientIsNamedAndRenamedAndReachesAll() {
        play(
                """
                ann opens /
                bob opens /any/path
                ann → {"type":"CONFIRM_ID","payload":{"name":"Ann"}}
                ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Ann"}}}
                ann → {"type":"CONFIRM_ID","payload":{"name":"Anna"}}
                ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Anna"}}}
                ann → {"type":"JOIN","payload":{}}
                bob ← {"type":"JOIN","payload":{"user":{"id":"100000000000001","name":"Anna"}}}
                bob → {"type":"CONFIRM_ID","payload":{}}
                bob ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000002","name":null}}}
                bob → {"type":"JOIN","payload":{}}
                ann ← {"type":"JOIN","payload":{"user":{"id":"100000000000002","name":null}}}
                """);
    }

    @Test
    void anEnvelopeWithoutATargetGoesToAllWithItsTrueSender() {
        play(
                """
                ann opens /?room=a
                bob opens /?room=a
                eve opens /?room=b
                ann → {"type":"CONFIRM_ID","payload":{"name":"Ann"}}
                ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Ann"}}}
                bob → {"type":"CONFIRM_ID","payload":{"name":"Bob"}}
                bob ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000002","name":"Bob"}}}
                eve → {"type":"CONFIRM_ID","payload":{"name":"Eve"}}
                eve ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000003","name":"Eve"}}}
                ann → {"type":"OFFER","payload":{"sdp":"v=0","user":{"id":"1","name":"Eve"},"more":[1.50]}}
                bob ← {"type":"OFFER","payload":{"user":{"id":"100000000000001","name":"Ann"},"sdp":"v=0","more":[1.50]}}
                bob → {"type":"ANSWER","payload":{"sdp":"v=0"},"target":{"id":"100000000000001","name":"x"}}
                ann ← {"type":"ANSWER","payload":{"user":{"id":"100000000000002","name":"Bob"},"sdp":"v=0"}}
                bob → {"type":"OFFER","payload":{"sdp":"v=0"},"target":{"id":"100000000000003"}}
                bob → {"type":"OFFER","payload":{}}
                bob → {"type":"DANCE","payload":{}}
                bob → {"type":"CANDIDATE","payload":{"candidate":{"candidate":"c","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"u"}},"target":{"id":"100000000000001"}}
                ann ← {"type":"CANDIDATE","payload":{"user":{"id":"100000000000002","name":"Bob"},"candidate":{"candidate":"c","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"u"}}}
                """);
    }

    @Test
    void aPathClientIsInTheRoomWhenItsSocketIsOpen() {
        play(
                """
                ann opens /webrtc/signaling/my%20room/ann
                bob opens /webrtc/signaling/my%20room/b%C3%B6b
                ann ← {"type":"peer_joined","peer_id":"böb"}
                bob ← {"type":"existing_peers","peers":["ann"]}
                bob → {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"target_peer_id":"ann","from_peer_id":"eve"}
                ann ← {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"from_peer_id":"böb"}
                ann → {"type":"answer","answer":{"type":"answer","sdp":"v=0"},"target_peer_id":"böb"}
                bob ← {"type":"answer","answer":{"type":"answer","sdp":"v=0"},"from_peer_id":"ann"}
                ann → {"type":"ice_candidate","candidate":{"candidate":"c","sdpMLineIndex":0,"sdpMid":"0"},"target_peer_id":"böb"}
                bob ← {"type":"ice_candidate","candidate":{"candidate":"c","sdpMLineIndex":0,"sdpMid":"0"},"from_peer_id":"ann"}
                bob leaves
                ann ← {"type":"peer_left","peer_id":"böb"}
                """);
    }

    @Test
    void theNewestSocketOwnsTheIdAndNoLeaveIsAnnounced() {
        play(
                """
                bob opens /webrtc/signaling/r/bob
                old opens /webrtc/signaling/r/ann
                bob ← {"type":"peer_joined","peer_id":"ann"}
                old ← {"type":"existing_peers","peers":["bob"]}
                new opens /webrtc/signaling/r/ann
                old is closed 4001 replaced by a newer connection
                bob ← {"type":"peer_joined","peer_id":"ann"}
                new ← {"type":"existing_peers","peers":["bob"]}
                bob → {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"target_peer_id":"ann"}
                new ← {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"from_peer_id":"bob"}
                """);
    }

    @Test
    void aRegisterClientLearnsOfPeersAndErrors() {
        play(
                """
                ann opens /
                ann → {"type":"register"}
                ann ← {"type":"error","message":"Missing client_id"}
                ann → {"type":"offer","target_id":"bob","sdp":"v=0"}
                ann ← {"type":"error","message":"Not registered: register with a client_id first"}
                ann → {"type":"register","client_id":"ann"}
                ann ← {"type":"registered","client_id":"ann","room_id":"default","peers":[]}
                bob opens /ws
                bob → {"type":"register","client_id":"bob","room_id":"default","client_type":"robot"}
                bob ← {"type":"registered","client_id":"bob","room_id":"default","peers":["ann"]}
                ann ← {"type":"peer_joined","client_id":"bob","client_type":"robot"}
                bob → {"type":"offer","target_id":"ann","sdp":"v=0","sender_id":"eve"}
                ann ← {"type":"offer","sender_id":"bob","sdp":"v=0"}
                ann → {"type":"answer","target_id":"bob","sdp":{"type":"answer","sdp":"v=0","x":1}}
                bob ← {"type":"answer","sender_id":"ann","sdp":{"type":"answer","sdp":"v=0","x":1}}
                ann → {"type":"ice_candidate","target_id":"bob","candidate":{"candidate":"c"}}
                bob ← {"type":"ice_candidate","sender_id":"ann","candidate":{"candidate":"c"}}
                ann → {"type":"offer","target_id":"carl","sdp":"v=0"}
                ann ← {"type":"error","message":"Unknown target_id: carl"}
                ann → {"type":"offer","sdp":"v=0"}
                ann ← {"type":"error","message":"Missing target_id"}
                ann → {"type":"offer","target_id":"bob"}
                ann ← {"type":"error","message":"Missing sdp"}
                ann → {"type":"dance"}
                ann ← {"type":"error","message":"Unknown message type: dance"}
                bob → {"type":"register","client_id":"bob","room_id":"other"}
                ann ← {"type":"peer_left","client_id":"bob"}
                bob ← {"type":"registered","client_id":"bob","room_id":"other","peers":[]}
                """);
    }

    @Test
    void aLoginClientSendsEveryActionUnderItsTrueName() {
        play(
                """
                ann opens /
                bob opens /
                ann → {"action":"login","data":"ann"}
                ann → {"action":"login","data":"anna"}
                bob → {"action":"login","data":"bob"}
                bob → {"to":"bob","action":"ready"}
                bob ← {"from":"bob","to":"bob","action":"ready"}
                ann → {"from":"ann","to":"bob","action":"offer","data":"v=0","extra":{"a":[true,null]}}
                bob ← {"from":"ann","to":"bob","action":"offer","data":"v=0","extra":{"a":[true,null]}}
                ann → {"from":"eve","to":"bob","action":"wave"}
                bob ← {"from":"anna","to":"bob","action":"wave"}
                bob → {"to":"ann","action":"answer","data":{"type":"answer","sdp":"v=0"}}
                ann ← {"from":"bob","to":"ann","action":"answer","data":{"type":"answer","sdp":"v=0"}}
                bob → {"from":"bob","to":"nobody","action":"answer","data":1}
                bob → {"from":"bob","to":"anna","action":"candidate","data":{"candidate":"c"}}
                ann ← {"from":"bob","to":"anna","action":"candidate","data":{"candidate":"c"}}
                """);
    }

    @Test
    void aSecondLoginTakesOverTheName() {
        play(
                """
                bob opens /
                bob → {"action":"login","data":"bob"}
                bob → {"to":"bob","action":"ready"}
                bob ← {"from":"bob","to":"bob","action":"ready"}
                old opens /
                old → {"action":"login","data":"ann"}
                old → {"from":"ann","to":"bob","action":"wave"}
                bob ← {"from":"ann","to":"bob","action":"wave"}
                new opens /
                new → {"action":"login","data":"ann"}
                old is closed 4001 replaced by a newer connection
                bob → {"from":"bob","to":"ann","action":"wave"}
                new ← {"from":"bob","to":"ann","action":"wave"}
                """);
    }

    @Test
    void textThatIsNoJsonObjectClosesTheSocketInEveryFamily() {
        play(
                """
                ann opens /
                ann → hello
                ann is closed 1007 not JSON (line 1, column 1)
                bob opens /webrtc/signaling/r/bob
                bob → [1]
                bob is closed 1007 not a JSON object
                eve opens /
                eve → {"type":"register","client_id":"eve"}
                eve ← {"type":"registered","client_id":"eve","room_id":"default","peers":[]}
                eve → "x"
                eve is closed 1007 not a JSON object
                max opens /webrtc/signaling/only-a-room
                max is closed 1008 room-name-invalid
                """);
    }

    @Test
    void clientsOfDifferentFamiliesCallEachOther() {
        play(
                """
                script opens /
                script → {"type":"register","client_id":"script","room_id":"default"}
                script ← {"type":"registered","client_id":"script","room_id":"default","peers":[]}
                phone opens /
                phone → {"action":"login","data":"phone"}
                script ← {"type":"peer_joined","client_id":"phone","client_type":"unknown"}
                page opens /webrtc/signaling/default/page
                script ← {"type":"peer_joined","client_id":"page","client_type":"unknown"}
                page ← {"type":"existing_peers","peers":["script","phone"]}
                page → {"type":"offer","offer":{"type":"offer","sdp":"o"},"target_peer_id":"script"}
                script ← {"type":"offer","sender_id":"page","sdp":{"type":"offer","sdp":"o"}}
                script → {"type":"answer","target_id":"page","sdp":"a"}
                page ← {"type":"answer","answer":{"type":"answer","sdp":"a"},"from_peer_id":"script"}
                script → {"type":"ice_candidate","target_id":"page","candidate":{"candidate":"c","x":1}}
                page ← {"type":"ice_candidate","candidate":{"candidate":"c","x":1},"from_peer_id":"script"}
                ann opens /
                ann → {"type":"CONFIRM_ID","payload":{"name":"Ann"}}
                ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Ann"}}}
                ann → {"type":"JOIN","payload":{}}
                script ← {"type":"peer_joined","client_id":"100000000000001","client_type":"unknown"}
                page ← {"type":"peer_joined","peer_id":"100000000000001"}
                page → {"type":"offer","offer":{"type":"offer","sdp":"o"},"target_peer_id":"100000000000001"}
                ann ← {"type":"OFFER","payload":{"user":{"id":"page","name":"page"},"sdp":"o"}}
                ann → {"type":"ANSWER","payload":{"sdp":"a"},"target":{"id":"page","name":null}}
                page ← {"type":"answer","answer":{"type":"answer","sdp":"a"},"from_peer_id":"100000000000001"}
                ann → {"type":"CANDIDATE","payload":{"candidate":{"candidate":"c","usernameFragment":"u"}},"target":{"id":"phone"}}
                phone ← {"from":"100000000000001","to":"phone","action":"candidate","data":{"candidate":"c","usernameFragment":"u"}}
                ann leaves
                script ← {"type":"peer_left","client_id":"100000000000001"}
                page ← {"type":"peer_left","peer_id":"100000000000001"}
                phone leaves
                script ← {"type":"peer_left","client_id":"phone"}
                page ← {"type":"peer_left","peer_id":"phone"}
                """);
    }

    @Test
    void aSocketThatSentNothingReceivesOnlyEnvelopeMessages() {
        play(
                """
                quiet opens /
                script opens /
                script → {"type":"register","client_id":"script"}
                script ← {"type":"registered","client_id":"script","room_id":"default","peers":[]}
                ann opens /
                ann → {"type":"JOIN","payload":{}}
                quiet ← {"type":"JOIN","payload":{"user":{"id":"100000000000001","name":null}}}
                quiet → {"type":"register","client_id":"quiet"}
                quiet ← {"type":"registered","client_id":"quiet","room_id":"default","peers":["script","100000000000001"]}
                """,
                "script ← {\"type\":\"peer_joined\",\"client_id\":\"100000000000001\",\"client_type\":\"unknown\"}",
                "ann ← {\"type\":\"JOIN\",\"payload\":{\"user\":{\"id\":\"quiet\",\"name\":\"quiet\"}}}",
                "script ← {\"type\":\"peer_joined\",\"client_id\":\"quiet\",\"client_type\":\"unknown\"}");
    }

    private static void play(String... text) {
        try (TestServer server = TestServer.start();
                Transcript transcript = new Transcript(server)) {
            var _ = transcript.play(String.join("\n", text));
        }
    }
}
