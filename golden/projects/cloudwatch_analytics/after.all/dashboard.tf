resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "${var.project_name}-${var.environment_suffix}-dashboard"

  dashboard_body = jsonencode({
    widgets = [
      {
        type   = "metric"
        x      = 0
        y      = 0
        width  = 12
        height = 6
        properties = {
          title  = "Aggregator"
          region = var.aws_region
          metrics = [
            ["AWS/Lambda", "Invocations", "FunctionName", "${var.project_name}-${var.environment_suffix}-metric-aggregator"],
            ["AWS/Lambda", "Errors", "FunctionName", "${var.project_name}-${var.environment_suffix}-metric-aggregator"],
          ]
        }
      },
      {
        type   = "metric"
        x      = 12
        y      = 0
        width  = 12
        height = 6
        properties = {
          title   = "Database CPU" # one line for each instance
          region  = var.aws_region
          metrics = [["AWS/RDS", "CPUUtilization", { "stat" : "Average" }]]
        }
      },
    ]
  })
}
