"""The rules of the exercise: state, actions, events, ledger, views. Plain Python, no Qt."""
