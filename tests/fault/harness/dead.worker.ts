throw new Error("dead before its first message");
