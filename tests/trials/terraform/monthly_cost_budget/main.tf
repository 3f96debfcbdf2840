variable "emails" {
  type = list(string)
}

resource "aws_budgets_budget" "account" {
  name        = "monthly-account"
  budget_type = "COST"
  amount = "500"
  limit_unit  = "USD"

  notification {
    comparison_operator = "GREATER_THAN"
    threshold           = 80
    threshold_type      = "PERCENTAGE"
    notification_type   = "FORECASTED"
    subscriber_emails = var.emails
    subscriber_sns_topic_arns = [aws_sns_topic.finance.arn]
  }
}
