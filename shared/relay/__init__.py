"""From the log to Kafka: one leader per service sends every event in order."""
