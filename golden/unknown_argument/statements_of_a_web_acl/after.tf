resource "aws_wafv2_rule_group" "login" {
  name     = "login"
  scope    = "REGIONAL"
  capacity = 60

  rule {
    name     = "slow-down-guessing"
    priority = 1

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit = 100

        scope_down_statement {
          and_statement {
            statement {
              byte_match_statement {
                positional_constraint = "STARTS_WITH"
                search_string         = "/login"

                field_to_match {
                  uri_path {}
                }

                # as the router does it
                text_transformation {
                  priority = 0
                  type     = "LOWERCASE"
                }
              }
            }
            statement {
              geo_match_statement {
                country_codes = ["FR", "DE"]
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "slow-down-guessing"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "login"
    sampled_requests_enabled   = true
  }
}
